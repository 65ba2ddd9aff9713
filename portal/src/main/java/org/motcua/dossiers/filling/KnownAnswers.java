package org.motcua.dossiers.filling;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.motcua.dossiers.PrefillSource;
import org.motcua.dossiers.access.Changeables;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Known;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is known for the questions of a page. Sources are asked while nobody has answered the page;
 * what they say is kept with the dossier, so that it can be told later where an answer came from.
 */
@Component
public class KnownAnswers {

  private final List<PrefillSource> sources;
  private final KnownAnswersStore kept;
  private final DossierStore dossiers;
  private final OnlineServices services;
  private final Forms forms;
  private final TransactionTemplate transaction;
  private final Changeables changeables;
  private final Clock clock;

  KnownAnswers(
      List<PrefillSource> sources,
      KnownAnswersStore kept,
      DossierStore dossiers,
      OnlineServices services,
      Forms forms,
      TransactionTemplate transaction,
      Changeables changeables,
      Clock clock) {
    this.sources = sources;
    this.kept = kept;
    this.dossiers = dossiers;
    this.services = services;
    this.forms = forms;
    this.transaction = transaction;
    this.changeables = changeables;
    this.clock = clock;
  }

  Prefill of(Dossier dossier, FormPage page, CurrentUser user) {
    return offersNothing(dossier, page) ? Prefill.none() : of(dossier, page, user, before(dossier));
  }

  /** What was known before: what is answered for several dossiers stands while they are filled. */
  private Prefill before(Dossier dossier) {
    var before = kept.find(dossier.id());
    return dossier.binding() == Binding.TOGETHER ? before : before.alone();
  }

  /** The questions that nobody has to answer here: they are, for several at once. */
  Set<String> answeredElsewhere(Dossier dossier) {
    if (dossier.binding() != Binding.TOGETHER) return Set.of();
    var known = kept.find(dossier.id());
    return known.offers().keySet().stream().filter(known::isElsewhere).collect(Collectors.toSet());
  }

  private static boolean offersNothing(Dossier dossier, FormPage page) {
    return !dossier.open()
        || dossier.binding() == Binding.ALONE
            && page.questions().stream().allMatch(question -> question.prefill() == null);
  }

  private Prefill of(Dossier dossier, FormPage page, CurrentUser user, Prefill before) {
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var wanted = wanted(dossier, service, page, before);
    if (wanted.isEmpty()) return before;
    var found =
        forms
            .offers(page, facts(dossier.applicant().account(), user, service, wanted), today())
            .besides(before);
    if (found.isEmpty()) return before;
    kept.add(dossier.id(), found);
    return before.with(found);
  }

  /** A dossier when one of its pages is opened, and what is known for that page. */
  record Opened(Dossier dossier, Prefill known) {}

  /**
   * Puts the rows that are known into the tables of a page that nobody has answered yet. Rows taken
   * out again do not come back.
   */
  Opened open(Dossier dossier, FormPage page, CurrentUser user) {
    if (offersNothing(dossier, page)) return new Opened(dossier, Prefill.none());
    var before = before(dossier);
    var known = of(dossier, page, user, before);
    if (!forms.isFresh(page, dossier.answers(), before)) return new Opened(dossier, known);
    var changeable = changeables.of(dossier);
    var tables =
        page.questions().stream()
            .filter(KnownAnswers::isOfferedTable)
            .map(Question::id)
            .filter(changeable::question)
            .filter(id -> !before.has(id) && known.has(id) && !dossier.answers().has(id))
            .toList();
    return new Opened(tables.isEmpty() ? dossier : fill(dossier, tables, known), known);
  }

  private Dossier fill(Dossier seen, List<String> tables, Prefill known) {
    return transaction.execute(
        status -> {
          var dossier = dossiers.findForUpdate(seen.id()).filter(Dossier::open).orElse(seen);
          var answers = dossier.answers();
          for (var table : tables) {
            if (!answers.has(table)) answers = answers.with(table, known.valueOf(table));
          }
          var filled = dossier.answer(answers, clock.instant());
          if (dossier.open()) dossiers.save(filled);
          return filled;
        });
  }

  /**
   * All that is locked, whatever was typed before it was: answers of an earlier version of the
   * service, or copied from another application.
   */
  public void keepLocked(Dossier draft, CurrentUser user) {
    var service = services.get(draft.service().slug(), draft.service().version());
    if (!draft.open()) return;
    var known = Prefill.none();
    for (var page : service.form().pages()) {
      if (page.questions().stream().anyMatch(KnownAnswers::isLocked)) {
        known = known.with(of(draft, page, user));
      }
    }
    if (known.isEmpty()) return;
    var answers = forms.withLocked(service.form(), draft.answers(), known, today());
    if (answers.equals(draft.answers())) return;
    var standing = known;
    transaction.executeWithoutResult(
        status ->
            dossiers
                .findForUpdate(draft.id())
                .filter(Dossier::open)
                .ifPresent(dossier -> keepLocked(dossier, service, standing)));
  }

  private void keepLocked(Dossier dossier, OnlineService service, Prefill known) {
    var standing = known.fixing(changeables.of(dossier).fixedQuestions());
    Answers locked = forms.withLocked(service.form(), dossier.answers(), standing, today());
    dossiers.save(dossier.answer(locked, clock.instant()));
  }

  /** What the page's questions ask for and nobody has told this dossier yet. */
  private Set<String> wanted(
      Dossier dossier, OnlineService service, FormPage page, Prefill before) {
    var fresh = forms.isFresh(page, dossier.answers(), before);
    var situation = service.form().situation(dossier.answers(), today().today());
    var wanted = new TreeSet<String>();
    for (var question : page.questions()) {
      var offer = question.prefill();
      if (offer == null || !offer.holdsIn(situation)) continue;
      var again = fresh && !(isOfferedTable(question) && before.has(question.id()));
      if (again || offer.locked() && !before.isVerified(question.id())) wanted.add(offer.fact());
    }
    return wanted;
  }

  private Map<String, Known> facts(
      AccountId applicant, CurrentUser user, OnlineService service, Set<String> wanted) {
    var facts = new HashMap<String, Known>();
    for (var source : sources) {
      var own = wanted.stream().filter(source::tells).collect(Collectors.toSet());
      if (!own.isEmpty()) facts.putAll(source.factsOf(applicant, user, service, own));
    }
    return facts;
  }

  private FillingContext today() {
    return FillingContext.now(clock, Language.VIETNAMESE);
  }

  private static boolean isOfferedTable(Question question) {
    return question.prefill() != null && question.type() instanceof QuestionType.Table;
  }

  private static boolean isLocked(Question question) {
    return question.prefill() != null && question.prefill().locked();
  }
}
