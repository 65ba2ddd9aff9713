package org.motcua.forms;

import java.util.List;
import java.util.Map;

/**
 * One question as it is shown.
 *
 * @param fields what its inputs hold, by their names' last part ({@code day}, {@code street}); a
 *     question with one input has it under the empty name
 * @param error empty if there is no fault
 * @param faultyFields which of its inputs the fault is about
 * @param prefilled whether the answer was offered, not given
 * @param shown whether it is asked as things stand; if not, it waits for an answer on this page
 * @param condition for the browser, as JSON, if it hangs on answers of this very page
 */
public record AskedQuestion(
    String id,
    QuestionType type,
    String label,
    String hint,
    boolean required,
    Map<String, String> fields,
    String error,
    List<String> faultyFields,
    boolean prefilled,
    boolean shown,
    String condition,
    List<Option> options) {

  public String value() {
    return field("");
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** One of the choices of a question. */
  public record Option(String value, String label, String hint, boolean chosen) {}
}
