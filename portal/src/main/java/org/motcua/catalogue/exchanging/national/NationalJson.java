package org.motcua.catalogue.exchanging.national;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.exchanging.national.LineReading.Refused;
import org.motcua.catalogue.exchanging.national.LineReading.Understood;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the national database's JSON, without loss: what this model says in other words,
 * or has no place for, stays with the procedure in the national wording and is given back as long
 * as it is still understood as what the procedure says.
 */
public final class NationalJson {

  private static final JsonMapper json =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  public static LineReading read(String line) {
    try {
      return json.readTree(line) instanceof ObjectNode object
          ? read(object)
          : refused(null, Finding.of("notAnObject"));
    } catch (JacksonException e) {
      return refused(null, broken(e));
    }
  }

  private static LineReading read(ObjectNode written) {
    var clean = new CleanText();
    var line = clean.clean(written);
    var code = line.path(NationalProcedure.CODE).asString("").strip();
    if (code.isEmpty()) return refused(null, Finding.of("noCode"));
    var parsed = ProcedureCode.parse(code);
    if (parsed.isEmpty()) return refused(code, Finding.of("badCode", code));
    try {
      return understood(parsed.get(), line, clean.removed());
    } catch (MismatchedInputException e) {
      return refused(code, Finding.of("badField", path(e)));
    }
  }

  private static LineReading understood(ProcedureCode code, ObjectNode line, int removed) {
    var entry = json.treeToValue(line, NationalProcedure.class);
    var name = entry.name() == null ? "" : entry.name().strip();
    if (name.isEmpty()) return refused(code.value(), Finding.of("noName"));

    var translation = new FromNational(entry);
    var text = translation.translate(code, name);
    var remarks =
        Stream.of(
                translation.remarks().stream(),
                removed == 0 ? Stream.<Finding>empty() : Stream.of(Finding.of("control", removed)),
                htmlIn(line).stream(),
                unknownFields(line))
            .flatMap(found -> found)
            .toList();
    return new Understood(line, text.withNationalWording(wording(line, text)), remarks);
  }

  /** The parts of the line that its translation would not give back as they were. */
  private static Map<String, Object> wording(ObjectNode line, Procedure text) {
    var plain = plain(text);
    var wording = new HashMap<String, Object>();
    line.properties().stream()
        .filter(part -> !SameMeaning.of(part.getValue(), plain.get(part.getKey())))
        .forEach(part -> wording.put(part.getKey(), asJava(part.getValue())));
    wording.remove(NationalProcedure.CODE);
    return wording;
  }

  private static Object asJava(JsonNode value) {
    return value.isNull() ? "" : json.treeToValue(value, Object.class);
  }

  public static ObjectNode write(Procedure procedure) {
    var plain = plain(procedure);
    if (procedure.nationalWording().isEmpty()) return plain;
    ObjectNode wording = json.valueToTree(procedure.nationalWording());
    var again = understoodAgain(plain, wording);
    var written = plain.deepCopy();
    wording
        .properties()
        .forEach(
            part -> {
              var name = part.getKey();
              if (SameMeaning.of(again.get(name), plain.get(name))) {
                written.set(name, part.getValue());
              }
            });
    return written;
  }

  /** What the procedure would say if the national wording were what it says. */
  private static ObjectNode understoodAgain(ObjectNode plain, ObjectNode wording) {
    var asWritten = plain.deepCopy();
    asWritten.setAll(wording);
    return read(asWritten) instanceof Understood(var line, var text, var remarks)
        ? plain(text)
        : json.createObjectNode();
  }

  public static String writeLine(Procedure procedure) {
    return json.writeValueAsString(write(procedure));
  }

  /** Whether a procedure, written down, says exactly what the line says. */
  public static boolean isWritten(Procedure procedure, ObjectNode line) {
    return SameMeaning.of(write(procedure), line);
  }

  private static ObjectNode plain(Procedure procedure) {
    return json.valueToTree(ToNational.of(procedure));
  }

  private static List<Finding> htmlIn(JsonNode node) {
    return texts(node)
        .filter(FromNational::hasHtml)
        .limit(1)
        .map(it -> Finding.of("html"))
        .toList();
  }

  private static Stream<String> texts(JsonNode node) {
    if (node.isString()) return Stream.of(node.stringValue());
    return node.values().stream().flatMap(NationalJson::texts);
  }

  private static Stream<Finding> unknownFields(ObjectNode line) {
    return line.propertyNames().stream()
        .filter(name -> !NationalProcedure.FIELDS.contains(name))
        .map(name -> Finding.of("unknownField", name));
  }

  private static Refused refused(@org.jspecify.annotations.Nullable String code, Finding reason) {
    return new Refused(Optional.ofNullable(code), reason);
  }

  private static Finding broken(JacksonException e) {
    var at = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    if (e instanceof StreamReadException
        && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")) {
      return Finding.of("fieldTwice", at);
    }
    return Finding.of("notJson", at);
  }

  /** {@code THANHPHANHOSO[0].GIAYTO[2].SOBANCHINH} */
  private static String path(MismatchedInputException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getPropertyName() == null) path.append('[').append(step.getIndex()).append(']');
      else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
    }
    return path.toString();
  }

  private NationalJson() {}
}
