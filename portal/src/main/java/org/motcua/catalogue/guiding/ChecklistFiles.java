package org.motcua.catalogue.guiding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.catalogue.ProcedureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules of {@code seed/catalogue/checklists}. A file with a mistake is told in the log and left
 * out: its procedure gets the checklist that any procedure gets.
 */
@Component
class ChecklistFiles {

  private static final Logger log = LoggerFactory.getLogger(ChecklistFiles.class);
  private static final String FILES = "classpath*:seed/catalogue/checklists/*.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Map<ProcedureCode, ChecklistRules> rules;

  ChecklistFiles() {
    var taken = new HashMap<ProcedureCode, ChecklistRules>();
    for (var file : files()) {
      switch (read(file)) {
        case Read.Rules(var found) -> {
          if (taken.putIfAbsent(found.procedure(), found) != null) {
            log.error("{}: {} has rules in another file already", file, found.procedure());
          }
        }
        case Read.Faulty(var faults) ->
            faults.forEach(fault -> log.error("{} left out: {}", file.getFilename(), fault));
      }
    }
    rules = Map.copyOf(taken);
  }

  Optional<ChecklistRules> find(ProcedureCode procedure) {
    return Optional.ofNullable(rules.get(procedure));
  }

  sealed interface Read {
    record Rules(ChecklistRules rules) implements Read {}

    record Faulty(List<String> faults) implements Read {}
  }

  static Read read(Resource file) {
    try (var stream = file.getInputStream()) {
      var rules = YAML.readValue(stream, ChecklistRules.class);
      var faults = RulesCheck.faults(rules);
      return faults.isEmpty() ? new Read.Rules(rules) : new Read.Faulty(faults);
    } catch (JacksonException e) {
      return new Read.Faulty(List.of(told(e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the line, and the name of the entry in which it went wrong. */
  private static String told(JacksonException e) {
    var location = e.getLocation();
    var line = location == null ? "" : "line " + location.getLineNr() + ": ";
    return line + e.getOriginalMessage();
  }

  static List<Resource> files() {
    try {
      return List.of(new PathMatchingResourcePatternResolver().getResources(FILES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
