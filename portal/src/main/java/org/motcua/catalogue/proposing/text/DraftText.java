package org.motcua.catalogue.proposing.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A procedure's text as it stands in the form: the same tree as its JSON, but every leaf is what
 * somebody typed, so that nothing is lost because it is no number or no date yet.
 *
 * <p>Values are strings, lists and maps by name. What the form does not know is kept as it was.
 */
public record DraftText(Map<String, Object> fields) {

  public static final DraftText EMPTY = new DraftText(Map.of());

  private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};
  private static final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              include -> include.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  /** A procedure, to be written on. Its decision is not taken along: the next one is another. */
  public static DraftText of(Procedure procedure) {
    return read(json.writeValueAsString(procedure)).without("decision");
  }

  public static DraftText read(String text) {
    return new DraftText(strings(json.readValue(text, TREE)));
  }

  public String toJson() {
    return json.writeValueAsString(fields);
  }

  public String name() {
    return fields.get("name") instanceof String name ? name : "";
  }

  public Optional<ProcedureCode> code() {
    return fields.get("code") instanceof String code ? ProcedureCode.parse(code) : Optional.empty();
  }

  public Optional<LocalDate> effectiveFrom() {
    return decided(ProcedureForm.EFFECTIVE_FROM).flatMap(Typed::date);
  }

  public Optional<LocalDate> signedOn() {
    return decided("signedOn").flatMap(Typed::date);
  }

  public Optional<String> decisionNumber() {
    return decided("number");
  }

  public Optional<String> reason() {
    return decided(ProcedureForm.REASON);
  }

  private Optional<String> decided(String name) {
    return fields.get("decision") instanceof Map<?, ?> decision
            && decision.get(name) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  public DraftText with(String name, Object value) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new DraftText(changed);
  }

  public DraftText without(String name) {
    var changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new DraftText(changed);
  }

  /** With one section as it was typed; the others stay as they are. */
  public DraftText with(Section section, Map<String, Object> typed) {
    var changed = new LinkedHashMap<>(fields);
    for (var field : ProcedureForm.fields(section)) {
      var value = typed.get(field.name());
      if (value == null) changed.remove(field.name());
      else if (!isSameChoice(field, value, fields.get(field.name())))
        changed.put(field.name(), value);
    }
    return new DraftText(changed);
  }

  /** Boxes are ticked in no order; that of the text stays while the same ones are ticked. */
  private static boolean isSameChoice(FormField field, Object typed, @Nullable Object kept) {
    return (field instanceof FormField.Picks || field instanceof FormField.LifeEventPicks)
        && typed instanceof List<?> now
        && kept instanceof List<?> before
        && now.size() == before.size()
        && before.containsAll(now);
  }

  /**
   * The procedure as far as it can be read: empty rows and what is no number or no date are left
   * out, and what may not be missing is empty.
   *
   * @param publisher whose decision it is, by name
   */
  public Procedure toProcedure(@Nullable String publisher) {
    var tree = new LinkedHashMap<String, Object>(fields);
    for (var section : Section.values()) {
      for (var field : ProcedureForm.fields(section)) {
        var value = read(field, fields.get(field.name()));
        if (value == null) tree.remove(field.name());
        else tree.put(field.name(), value);
      }
    }
    tree.put("code", code().orElse(UNKNOWN).value());
    tree.putIfAbsent("name", "");
    tree.put("field", withDefaults(tree.get("field"), Map.of("code", "", "name", "")));
    tree.putIfAbsent("agencies", Map.of());
    tree.putIfAbsent("onlineLevel", "INFORMATION");
    if (decisionNumber().isPresent()) {
      var decision = new LinkedHashMap<String, @Nullable Object>();
      decision.put("number", decisionNumber().get());
      decision.put("signedOn", signedOn().map(LocalDate::toString).orElse(null));
      decision.put("agency", publisher);
      tree.put("decision", decision);
    } else {
      tree.remove("decision");
    }
    return json.convertValue(tree, Procedure.class);
  }

  /** Shown where a new procedure has no code yet. */
  public static final ProcedureCode UNKNOWN = new ProcedureCode("0.000000");

  /**
   * Where two others have both changed the same text: the newer one, and what was written here.
   *
   * @param base what both began with
   */
  public DraftText mergedOnto(DraftText newest, DraftText base) {
    var merged = newest;
    for (var name : namesChangedSince(base)) {
      var mine = fields.get(name);
      merged = mine == null ? merged.without(name) : merged.with(name, mine);
    }
    var decision = fields.get("decision");
    return decision == null ? merged : merged.with("decision", decision);
  }

  /** The fields that say another thing than in that text, by name; the decision is not one. */
  public List<String> namesChangedSince(DraftText base) {
    return java.util.Arrays.stream(Section.values())
        .filter(section -> section != Section.DECISION)
        .flatMap(section -> ProcedureForm.fields(section).stream())
        .filter(
            field ->
                !Objects.equals(
                    read(field, fields.get(field.name())),
                    read(field, base.fields.get(field.name()))))
        .map(FormField::name)
        .toList();
  }

  /** What a field says; null where it says nothing. */
  private static @Nullable Object read(FormField field, @Nullable Object value) {
    if (value == null) return null;
    return switch (field) {
      case FormField.Text text -> readText(text, value);
      case FormField.Pick pick -> value instanceof String s && pick.values().contains(s) ? s : null;
      case FormField.Picks picks -> chosen(value, picks.values());
      case FormField.LifeEventPicks picks ->
          value instanceof List<?> list && !list.isEmpty() ? list : null;
      case FormField.Items items -> lines(value);
      case FormField.Rows rows -> {
        var read = new ArrayList<Object>();
        if (value instanceof List<?> list) {
          for (var row : list) {
            var content = readFields(rows.fields(), row);
            if (!content.isEmpty()) read.add(complete(rows, content));
          }
        }
        yield read.isEmpty() ? null : read;
      }
      case FormField.Group group -> {
        var content = readFields(group.fields(), value);
        yield content.isEmpty() ? null : content;
      }
    };
  }

  private static Map<String, Object> readFields(List<FormField> fields, @Nullable Object row) {
    var content = new LinkedHashMap<String, Object>();
    if (row instanceof Map<?, ?> map) {
      for (var field : fields) {
        var value = read(field, map.get(field.name()));
        if (value != null) content.put(field.name(), value);
      }
    }
    return content;
  }

  /** A row that says something at all says nothing rather than null where it must. */
  private static Map<String, Object> complete(FormField.Rows rows, Map<String, Object> content) {
    for (var field : rows.fields()) {
      if (field instanceof FormField.Text text && text.required()) {
        content.putIfAbsent(text.name(), "");
      }
      if (field.name().equals("originals") || field.name().equals("copies")) {
        content.putIfAbsent(field.name(), 0L);
      }
    }
    return content;
  }

  private static @Nullable Object readText(FormField.Text field, Object value) {
    if (field.shape() == FormField.Shape.LINES) return lines(value);
    if (field.shape() == FormField.Shape.CODES) {
      var codes = lines(value);
      if (codes == null) return null;
      var valid = codes.stream().filter(code -> ProcedureCode.parse(code).isPresent()).toList();
      return valid.isEmpty() ? null : valid;
    }
    if (!(value instanceof String text) || text.isBlank()) return null;
    return switch (field.shape()) {
      case WHOLE_NUMBER -> Typed.number(text, false).filter(n -> n <= 1_000_000).orElse(null);
      case MONEY -> Typed.number(text, true).orElse(null);
      case DATE -> Typed.date(text).map(LocalDate::toString).orElse(null);
      case ADDRESS -> Readable.reads(field, text) ? text : null;
      default -> text;
    };
  }

  private static @Nullable List<String> lines(Object value) {
    if (!(value instanceof List<?> list)) return null;
    var lines =
        list.stream().map(Object::toString).map(String::strip).filter(s -> !s.isEmpty()).toList();
    return lines.isEmpty() ? null : lines;
  }

  private static @Nullable List<String> chosen(Object value, List<String> values) {
    if (!(value instanceof List<?> list)) return null;
    var chosen = list.stream().map(Object::toString).filter(values::contains).toList();
    return chosen.isEmpty() ? null : chosen;
  }

  private static Map<String, Object> withDefaults(
      @Nullable Object given, Map<String, Object> defaults) {
    var all = new LinkedHashMap<>(defaults);
    if (given instanceof Map<?, ?> map) map.forEach((key, value) -> all.put((String) key, value));
    return all;
  }

  /**
   * Numbers and the like become what somebody would have typed, letters are one sign each as in the
   * form; what the form lacks stays.
   */
  private static Map<String, Object> strings(Map<String, Object> tree) {
    var all = new LinkedHashMap<String, Object>();
    tree.forEach(
        (name, value) -> {
          if (value != null)
            all.put(name, ProcedureForm.NAMES.contains(name) ? string(value) : value);
        });
    return all;
  }

  private static Object string(Object value) {
    if (value instanceof Map<?, ?> map) {
      var all = new LinkedHashMap<String, Object>();
      map.forEach(
          (name, inner) -> {
            if (inner != null) all.put((String) name, string(inner));
          });
      return all;
    }
    if (value instanceof List<?> list) return list.stream().map(DraftText::string).toList();
    return Typed.clean(value.toString());
  }
}
