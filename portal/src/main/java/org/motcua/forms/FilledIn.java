package org.motcua.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form as somebody fills it in who has these answers in mind: page by page, as it asks.
 *
 * @param faults what was found on the way
 */
public record FilledIn(Answers answers, List<Fault> faults) {

  public FilledIn {
    faults = List.copyOf(faults);
  }

  public static FilledIn by(
      Forms forms, FormDefinition form, Answers given, FillingContext context) {
    var answers = Answers.none();
    var faults = new ArrayList<Fault>();
    var page = Optional.of(form.firstPage());
    while (page.isPresent()) {
      answers = untyped(forms, form, page.get(), given, answers, context);
      switch (forms.check(form, page.get(), typed(page.get(), given), answers, context)) {
        case PageOutcome.Accepted accepted -> answers = accepted.answers();
        case PageOutcome.MoreToAsk more -> answers = more.answers();
        case PageOutcome.Faulty faulty -> {
          answers = faulty.answers();
          faults.addAll(faulty.faults());
        }
      }
      page = form.nextPage(page.get(), answers, context.today());
    }
    return new FilledIn(answers, faults);
  }

  /** Rows and files, which are not typed on the page itself. */
  private static Answers untyped(
      Forms forms,
      FormDefinition form,
      FormPage page,
      Answers given,
      Answers before,
      FillingContext context) {
    var answers = before;
    for (var question : page.questions()) {
      if (!given.has(question.id())) continue;
      if (question.type() instanceof QuestionType.Table table) {
        var rows = new ArrayList<TableRow>();
        for (var row : given.rows(question.id())) {
          rows.add(row(forms, form, table, answers, row, context));
        }
        answers = answers.withRows(question.id(), rows);
      } else if (question.type() instanceof QuestionType.File) {
        answers = answers.with(question.id(), given.find(question.id()).orElseThrow());
      }
    }
    return answers;
  }

  private static TableRow row(
      Forms forms,
      FormDefinition form,
      QuestionType.Table table,
      Answers all,
      TableRow given,
      FillingContext context) {
    var typed = typed(table.rows().firstPage(), given.answers());
    var checked = forms.checkRow(form, table, all, typed, Answers.none(), context);
    return new TableRow(
        given.id(),
        switch (checked) {
          case PageOutcome.Accepted accepted -> accepted.answers();
          case PageOutcome.MoreToAsk more -> more.answers();
          case PageOutcome.Faulty faulty -> faulty.answers();
        });
  }

  /** What a browser would send for a whole page with these answers. */
  static MultiValueMap<String, String> typed(FormPage page, Answers answers) {
    var sent = new LinkedMultiValueMap<String, String>();
    for (var question : page.questions()) {
      var answer = answers.find(question.id());
      if (answer.isEmpty()) continue;
      if (question.type() instanceof QuestionType.Table
          || question.type() instanceof QuestionType.File) continue;
      var fields = Fields.of(question, answer.get());
      if (question.type() instanceof QuestionType.SeveralOf) {
        fields.several().forEach(each -> sent.add(question.id(), each));
      } else {
        fields.values().forEach((name, value) -> sent.add(Fields.inputName(question, name), value));
      }
    }
    return sent;
  }
}
