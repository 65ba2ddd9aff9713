package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motcua.dossiers.model.Dossier;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.Results;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Given;
import org.motcua.forms.PageOutcome;
import org.motcua.forms.PageQuestions;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.Summary;
import org.motcua.forms.Words;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * The answers that stand on a result, to be set right, on one page. They are checked as on the day
 * of the decision; tables and files cannot be corrected so.
 */
@Component
class CorrectableAnswers {

  private static final Words NO_TITLE = new Words("", "");

  private final OnlineServices services;
  private final Results results;
  private final Forms forms;

  CorrectableAnswers(OnlineServices services, Results results, Forms forms) {
    this.services = services;
    this.results = results;
    this.forms = forms;
  }

  /**
   * @param answers all of the dossier's, these as they were typed
   * @param faults those that the correction brings; none: it may be carried out
   * @param more whether the page has more to ask than it showed
   */
  record Checked(Answers answers, List<Fault> faults, boolean more) {

    boolean right() {
      return faults.isEmpty() && !more;
    }
  }

  /** By their names: what is asked speaks to the applicant, not to an officer. */
  PageQuestions ask(Dossier dossier, Answers answers, List<Fault> faults, Language language) {
    var form = serviceOf(dossier).form();
    var page = page(dossier, answers, language);
    return forms
        .ask(form, page, answers, faults, Prefill.none(), context(dossier, language))
        .called(id -> form.findQuestion(id).orElseThrow().name().in(language));
  }

  Checked check(Dossier dossier, MultiValueMap<String, String> submitted, Language language) {
    var form = serviceOf(dossier).form();
    var page = page(dossier, dossier.answers(), language);
    var context = context(dossier, language);
    return switch (forms.check(form, page, submitted, dossier.answers(), context)) {
      case PageOutcome.Faulty(var answers, var faults) -> new Checked(answers, faults, false);
      case PageOutcome.MoreToAsk(var answers) -> new Checked(answers, List.of(), true);
      case PageOutcome.Accepted(var answers) ->
          new Checked(answers, newFaults(dossier, answers, context), false);
    };
  }

  /** The same of what a program sends: only answers that were wrong. */
  Given given(Dossier dossier, Map<String, ?> right, Language language) {
    var form = serviceOf(dossier).form();
    var context = context(dossier, language);
    var all = new TreeMap<String, Object>(dossier.answers().values());
    all.putAll(right);
    var given = forms.given(form, all, dossier.answers(), Prefill.none(), context);
    var before = forms.misfits(form, dossier.answers(), context);
    var misfits = new ArrayList<>(given.misfits());
    misfits.removeAll(before);
    return new Given(given.answers(), misfits);
  }

  /** Answers that are not as they were. */
  List<Summary.Row> changes(Dossier dossier, Answers right, Language language) {
    var summary =
        forms.changes(
            serviceOf(dossier).form(),
            dossier.answers(),
            right,
            Prefill.none(),
            context(dossier, language));
    return summary.sections().stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> row.was() != null)
        .toList();
  }

  /** What follows elsewhere: an answer that now has to be given, or fits no more. */
  private List<Fault> newFaults(Dossier dossier, Answers right, FillingContext context) {
    var form = serviceOf(dossier).form();
    var faults = new ArrayList<>(forms.checkAll(form, right, context));
    faults.removeAll(forms.checkAll(form, dossier.answers(), context));
    return faults;
  }

  private FormPage page(Dossier dossier, Answers answers, Language language) {
    var service = serviceOf(dossier);
    var onIt = results.answersOn(service);
    var situation = service.form().situation(answers, context(dossier, language).today());
    var questions =
        service.form().questions().stream()
            .filter(question -> onIt.contains(question.id()) && isOneAnswer(question))
            .filter(question -> situation.asks(service.form().pageOf(question)))
            .toList();
    return new FormPage("correction", NO_TITLE, null, null, questions);
  }

  private static boolean isOneAnswer(Question question) {
    return !(question.type() instanceof QuestionType.Table
        || question.type() instanceof QuestionType.File);
  }

  private static FillingContext context(Dossier dossier, Language language) {
    var decided = requireNonNull(dossier.term().finishedAt());
    return new FillingContext(decided.atZone(CountryTime.ZONE).toLocalDate(), language);
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }
}
