package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Procedures to search in, as the catalogue's own JSON: those that ship, and a national sample. */
final class ProcedureTexts {

  /** Real entries of the national database, which lie beside the project where there are any. */
  private static final String NATIONAL = "procedures-300.jsonl";

  private static final Map<String, String> LEVELS =
      Map.of(
          "Cấp bộ", "MINISTRY",
          "Cấp tỉnh", "PROVINCE",
          "Cấp huyện", "DISTRICT",
          "Cấp xã", "COMMUNE",
          "Cơ quan khác", "OTHER");

  private static final Map<String, String> AUDIENCES =
      Map.of(
          "Công dân Việt Nam", "CITIZEN",
          "Người Việt Nam định cư ở nước ngoài", "OVERSEAS_VIETNAMESE",
          "Người nước ngoài", "FOREIGNER",
          "Cán bộ", "OFFICIAL",
          "Doanh nghiệp", "ENTERPRISE",
          "Doanh nghiệp có vốn đầu tư nước ngoài", "FOREIGN_INVESTED_ENTERPRISE",
          "Tổ chức nước ngoài", "FOREIGN_ORGANISATION",
          "Hợp tác xã", "COOPERATIVE");

  private static final JsonMapper json =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  static List<ObjectNode> shipped() {
    try {
      var texts = new ArrayList<ObjectNode>();
      var yaml = new YAMLMapper();
      for (var file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:seed/catalogue/procedures/*.yaml")) {
        texts.add((ObjectNode) yaml.readTree(file.getContentAsByteArray()));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where they are absent. */
  static List<ObjectNode> national() {
    var file = national(Path.of("").toAbsolutePath());
    if (file == null) return List.of();
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(json::readTree)
          .map(ProcedureTexts::ofTheNationalDatabase)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Found from the project's folder and from those of its modules. */
  private static @Nullable Path national(Path from) {
    for (var folder = from; folder != null; folder = folder.getParent()) {
      var file = folder.resolve("../shared/data").resolve(NATIONAL).normalize();
      if (Files.isReadable(file)) return file;
    }
    return null;
  }

  static Procedure procedure(JsonNode text) {
    return json.treeToValue(text, Procedure.class);
  }

  static Procedure procedure(String text) {
    return json.readValue(text, Procedure.class);
  }

  /** Of the national entry only what a search looks at. */
  private static ObjectNode ofTheNationalDatabase(JsonNode entry) {
    var text = json.createObjectNode();
    text.put("code", entry.path("MATTHC").asString());
    text.put("name", entry.path("TENTTHC").asString());
    text.put("onlineLevel", "INFORMATION");
    var field = entry.path("LINHVUCTHUCHIEN").path(0);
    text.putObject("field")
        .put("code", field.path("MALINHVUC").asString(""))
        .put("name", field.path("TENLINHVUC").asString(""));
    var levels = text.putArray("levels");
    entry
        .path("CAPTHUCHIEN")
        .forEach(it -> add(levels, LEVELS.get(it.path("CAPTHUCHIEN").asString(""))));
    var audiences = text.putArray("audiences");
    entry
        .path("DOITUONGTHUCHIEN")
        .forEach(it -> add(audiences, AUDIENCES.get(it.path("TENDOITUONG").asString(""))));
    var papers = text.putArray("papers").addObject().putArray("papers");
    entry
        .path("THANHPHANHOSO")
        .forEach(
            group ->
                group
                    .path("GIAYTO")
                    .forEach(
                        it -> papers.addObject().put("name", it.path("TENGIAYTO").asString(""))));
    var results = text.putArray("results");
    entry
        .path("KETQUATHUCHIEN")
        .forEach(it -> results.addObject().put("name", it.path("TENKETQUA").asString("")));
    var agencies = text.putObject("agencies");
    names(agencies, "executing", entry.path("COQUANTHUCHIEN"));
    names(agencies, "competent", entry.path("COQUANCOTHAMQUYEN"));
    return text;
  }

  private static void add(ArrayNode list, @Nullable String value) {
    if (value != null) list.add(value);
  }

  private static void names(ObjectNode agencies, String role, JsonNode units) {
    var names = agencies.putArray(role);
    units.forEach(it -> names.addObject().put("name", it.path("TENDONVI").asString("")));
  }

  private ProcedureTexts() {}
}
