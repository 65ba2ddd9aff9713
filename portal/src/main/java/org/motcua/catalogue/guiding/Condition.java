package org.motcua.catalogue.guiding;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;

/**
 * When a line of a checklist counts: each of these questions was answered with one of its values.
 */
record Condition(Map<String, List<String>> wanted) {

  static final Condition ALWAYS = new Condition(Map.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Condition {
    wanted = Map.copyOf(wanted);
  }

  /** A question that was not asked has no answer, so whatever hangs on it does not count. */
  boolean holds(Map<String, String> answers) {
    return wanted.entrySet().stream()
        .allMatch(want -> want.getValue().contains(answers.getOrDefault(want.getKey(), "")));
  }
}
