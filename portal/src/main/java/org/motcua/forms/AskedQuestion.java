package org.motcua.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.DateParts;
import org.motcua.platform.web.ui.UnitPick;

/**
 * One question as it is shown.
 *
 * @param fields what its inputs hold, by the last part of their names; a question with one input
 *     has it under the empty name
 * @param faultyField the last part of the name of the input that is wrong
 * @param source where the answer came from, if it was known and nobody has changed it
 * @param locked the answer as people read it, where it cannot be changed here: as it is known, with
 *     its source, or as it was given
 * @param shown whether it is asked as things stand; if not, it waits for an answer on this page
 * @param condition for the browser, as JSON, if it hangs on answers of this very page
 * @param units what an address question offers
 * @param table what a table has so far
 * @param seen a mark of the answer that is kept, which the page sends along
 */
public record AskedQuestion(
    String id,
    QuestionType type,
    String label,
    @Nullable String hint,
    boolean optional,
    Map<String, String> fields,
    @Nullable String error,
    String faultyField,
    @Nullable Source source,
    @Nullable String locked,
    boolean shown,
    @Nullable String condition,
    List<Choice> choices,
    @Nullable UnitPick units,
    @Nullable TableView table,
    String seen) {

  AskedQuestion called(String name) {
    return new AskedQuestion(
        id,
        type,
        name,
        hint,
        optional,
        fields,
        error,
        faultyField,
        source,
        locked,
        shown,
        condition,
        choices,
        units,
        table,
        seen);
  }

  public boolean prefilled() {
    return source != null && locked == null;
  }

  public String value() {
    return field("");
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  public DateParts date() {
    return new DateParts(field("day"), field("month"), field("year"));
  }

  /** What is ticked among several. */
  public List<String> several() {
    return new Fields(fields).several();
  }

  /** The id of an input behind the first. */
  public String idOf(String name) {
    return id + "-" + name;
  }

  /** The fault, if it is in this input. */
  public @Nullable String errorIn(String... names) {
    return List.of(names).contains(faultyField) ? error : null;
  }

  public String streetId() {
    return id + "-street";
  }

  /** The fault of the units' part of an address, or of its street. */
  public @Nullable String errorOf(boolean street) {
    return street == faultyField.equals("street") ? error : null;
  }
}
