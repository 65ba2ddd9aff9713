package org.motcua.eservices;

import java.time.LocalDate;
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
import org.motcua.forms.QuestionType;
import org.motcua.forms.ValueKind;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;

/**
 * The values of a result's template: all answers and computed values as people read them, by their
 * ids, and what the agency adds. A date also has {@code .words}, for papers that write it out, and
 * {@code .year}.
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

  private final Map<String, Object> values = new HashMap<>();

  private ResultValues() {}

  static Set<String> names(FormDefinition form) {
    var names = new TreeSet<>(OF_THE_ISSUE);
    names.add(".");
    for (var question : form.questions()) {
      names.add(question.id());
      if (question.type() instanceof QuestionType.Date) addParts(names, question.id());
    }
    for (var value : form.computed()) {
      names.add(value.id());
      if (value.kind() == ValueKind.DATE) addParts(names, value.id());
    }
    return names;
  }

  private static void addParts(Set<String> names, String date) {
    names.add(date + ".words");
    names.add(date + ".year");
  }

  static Map<String, Object> of(
      FormDefinition form,
      Answers answers,
      Issue issue,
      @Nullable LocalDate validUntil,
      Forms forms) {
    var all = new ResultValues();
    var context = new FillingContext(issue.date(), Language.VIETNAMESE);
    var situation = form.situation(answers, issue.date());
    for (var question : form.questions()) {
      var text = forms.text(form, question.id(), answers, context);
      if (question.type() instanceof QuestionType.Date) {
        all.put(
            question.id(), new DateText(text, words(situation.value(question.id()).orElse(""))));
      } else if (question.type() instanceof QuestionType.YesNo) {
        all.put(question.id(), situation.value(question.id()).orElse(false));
      } else {
        all.put(question.id(), text);
      }
    }
    for (var value : form.computed()) {
      var text = forms.text(form, value.id(), answers, context);
      switch (value.kind()) {
        case DATE ->
            all.put(value.id(), new DateText(text, words(situation.value(value.id()).orElse(""))));
        case YES_NO -> all.put(value.id(), situation.value(value.id()).orElse(false));
        case TEXT, NUMBER -> all.put(value.id(), text);
      }
    }
    all.put(issue);
    all.put("issue.validUntil", dateText(validUntil));
    return all.values;
  }

  private void put(Issue issue) {
    var formats = new Formats(Language.VIETNAMESE);
    put("issue.number", issue.number());
    put("issue.date", new DateText(formats.date(issue.date()), words(issue.date())));
    put("issue.placeAndDate", issue.placeAndDate());
    put("issue.superior", issue.superior() == null ? "" : issue.superior());
    put("issue.agency", issue.agency());
    put("issue.signedAt", formats.dateTime(issue.signedAt()));
    put("signer.name", issue.signerName());
    put("signer.title", issue.signerTitle());
    put("mark.code", issue.mark().code());
    put("mark.url", issue.mark().url());
    put("mark.qr", issue.mark().qrDataUri());
  }

  private static DateText dateText(@Nullable LocalDate date) {
    return date == null
        ? new DateText("", "")
        : new DateText(new Formats(Language.VIETNAMESE).date(date), words(date));
  }

  /** Under a name with dots, map within map, as templates look names up. */
  @SuppressWarnings("unchecked")
  private void put(String name, Object value) {
    var parts = name.split("\\.");
    var inner = values;
    for (int i = 0; i < parts.length - 1; i++) {
      inner = (Map<String, Object>) inner.computeIfAbsent(parts[i], part -> new HashMap<>());
    }
    inner.put(parts[parts.length - 1], value);
  }

  private static String words(Object value) {
    return value instanceof LocalDate date ? DateInWords.of(date) : "";
  }

  /** A date in a template: itself in figures, {@code words} written out. */
  record DateText(String figures, String words) {

    public String year() {
      return figures.isEmpty() ? "" : figures.substring(figures.length() - 4);
    }

    @Override
    public String toString() {
      return figures;
    }
  }
}
