package org.motcua.eservices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Forms;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.Told;
import org.motcua.forms.ValueKind;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;

/**
 * The values of a result's template: all answers and computed values as people read them, by their
 * ids, and what the agency adds. A date also has {@code .words}, for papers that write it out, and
 * {@code .day}, {@code .month}, {@code .year}; an address, a person and an account have their
 * parts; a table has its {@code .count} and, within its section, the answers of each row.
 */
final class ResultValues {

  static final List<String> OF_THE_ISSUE =
      List.of(
          "issue.number",
          "issue.date",
          "issue.date.words",
          "issue.placeAndDate",
          "issue.superior",
          "issue.agency",
          "issue.signedAt",
          "issue.validUntil",
          "issue.validUntil.words",
          "signer.name",
          "signer.title",
          "mark.code",
          "mark.url",
          "mark.qr");

  static final String ROW = "row.";
  private static final String COUNT = ".count";

  /** The row's place among the others, unless a column is called so. */
  private static final String NUMBER = ROW + "number";

  private static final List<String> OF_A_DATE = List.of(".words", ".day", ".month", ".year");

  private final Map<String, Object> values = new HashMap<>();

  private ResultValues() {}

  /** Those that stand anywhere in a template. */
  static Set<String> names(FormDefinition form) {
    var names = new TreeSet<>(OF_THE_ISSUE);
    form.questions().forEach(question -> addNames(names, question));
    for (var value : form.computed()) addNames(names, value.id(), value.kind());
    return names;
  }

  /** Those that stand in the section of a table besides. */
  static Set<String> rowNames(QuestionType.Table table) {
    var names = new TreeSet<String>();
    names.add(NUMBER);
    table.columns().forEach(column -> addNames(names, column));
    return names;
  }

  private static void addNames(Set<String> names, Question question) {
    names.add(question.id());
    switch (question.type()) {
      case QuestionType.Date date -> addNames(names, question.id(), ValueKind.DATE);
      case QuestionType.Parts whole ->
          whole.parts().forEach((part, kind) -> addNames(names, question.id() + "." + part, kind));
      case QuestionType.Table table -> names.add(question.id() + COUNT);
      default -> {}
    }
  }

  private static void addNames(Set<String> names, String id, ValueKind kind) {
    names.add(id);
    if (kind == ValueKind.DATE) OF_A_DATE.forEach(part -> names.add(id + part));
  }

  static Map<String, Object> of(
      FormDefinition form,
      Answers answers,
      Issue issue,
      @Nullable LocalDate validUntil,
      Forms forms) {
    var all = new ResultValues();
    names(form).forEach(name -> all.put(name, ""));
    var told = forms.told(form, answers, new FillingContext(issue.date(), Language.VIETNAMESE));
    told.forEach(all::put);
    for (var question : form.questions()) {
      if (question.type() instanceof QuestionType.Table table) {
        all.put(question.id(), table, told.getOrDefault(question.id(), Told.NOTHING));
      }
    }
    all.put(issue);
    all.put("issue.validUntil", validUntil);
    return all.values;
  }

  private void put(Issue issue) {
    put("issue.number", issue.number());
    put("issue.date", issue.date());
    put("issue.placeAndDate", issue.placeAndDate());
    put("issue.superior", issue.superior());
    put("issue.agency", issue.agency());
    put("issue.signedAt", new Formats(Language.VIETNAMESE).dateTime(issue.signedAt()));
    put("signer.name", issue.signerName());
    put("signer.title", issue.signerTitle());
    put("mark.code", issue.mark().code());
    put("mark.url", issue.mark().url());
    put("mark.qr", issue.mark().qrDataUri());
  }

  private void put(String name, Told told) {
    switch (told.value()) {
      case LocalDate date -> put(name, date);
      case Boolean yes -> values.put(name, PaperValue.yesNo(told.text(), yes));
      case null, default -> put(name, told.text());
    }
    told.parts().forEach((part, its) -> put(name + "." + part, its));
  }

  private void put(String name, QuestionType.Table table, Told told) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var each : told.rows()) {
      var row = new ResultValues();
      rowNames(table).forEach(column -> row.put(column, ""));
      row.values.put(NUMBER, PaperValue.count(rows.size() + 1));
      each.forEach(row::put);
      rows.add(row.values);
    }
    values.put(name, PaperValue.rows(told.text(), rows));
    values.put(name + COUNT, PaperValue.count(rows.size()));
  }

  private void put(String name, @Nullable LocalDate date) {
    values.put(name, PaperValue.date(date));
    put(name + ".words", date == null ? "" : DateInWords.of(date));
    put(name + ".day", part("dd", date));
    put(name + ".month", part("MM", date));
    put(name + ".year", part("yyyy", date));
  }

  private static String part(String pattern, @Nullable LocalDate date) {
    return date == null ? "" : DateTimeFormatter.ofPattern(pattern).format(date);
  }

  private void put(String name, @Nullable String text) {
    values.put(name, PaperValue.of(text));
  }
}
