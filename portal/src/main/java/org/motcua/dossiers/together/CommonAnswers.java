package org.motcua.dossiers.together;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.motcua.dossiers.PrefillSource;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.ServicePackage;
import org.motcua.forms.Answers;
import org.motcua.forms.Fault;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Flow;
import org.motcua.forms.FormPage;
import org.motcua.forms.Forms;
import org.motcua.forms.Known;
import org.motcua.forms.Prefill;
import org.motcua.forms.Question;
import org.motcua.forms.Source;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What several drafts have in common: what is known for it, and how it gets into each of them. */
@Component
class CommonAnswers {

  private final List<PrefillSource> sources;
  private final OwnDossiers own;
  private final DossierStore dossiers;
  private final KnownAnswersStore known;
  private final OnlineServices services;
  private final Forms forms;
  private final Clock clock;

  CommonAnswers(
      List<PrefillSource> sources,
      OwnDossiers own,
      DossierStore dossiers,
      KnownAnswersStore known,
      OnlineServices services,
      Forms forms,
      Clock clock) {
    this.sources = sources;
    this.own = own;
    this.dossiers = dossiers;
    this.known = known;
    this.services = services;
    this.forms = forms;
    this.clock = clock;
  }

  /** What the account tells for a page of the common questions. */
  Prefill offered(Bundle bundle, ServicePackage packaged, FormPage page, CurrentUser user) {
    var situation = packaged.form().situation(bundle.answers(), today().today());
    var wanted =
        page.questions().stream()
            .map(Question::prefill)
            .filter(offer -> offer != null && offer.holdsIn(situation))
            .map(Question.Offer::fact)
            .collect(Collectors.toSet());
    if (wanted.isEmpty()) return Prefill.none();
    var service = services.get(packaged.members().getFirst().service());
    var facts = new HashMap<String, Known>();
    for (var source : sources) {
      var told = wanted.stream().filter(source::tells).collect(Collectors.toSet());
      if (!told.isEmpty()) {
        facts.putAll(source.factsOf(bundle.applicant(), user, service, told));
      }
    }
    return forms.offers(page, facts, today());
  }

  List<Fault> faults(Bundle bundle, ServicePackage packaged, Language language) {
    return forms.checkAll(
        packaged.form(), asked(bundle, packaged), FillingContext.now(clock, language));
  }

  private Answers asked(Bundle bundle, ServicePackage packaged) {
    return packaged.form().withoutUnasked(bundle.answers(), today().today());
  }

  /** Puts into every part what is answered for it; a wrong answer goes nowhere. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void spread(Bundle bundle, ServicePackage packaged, CurrentUser user) {
    var wrong =
        faults(bundle, packaged, Language.VIETNAMESE).stream()
            .map(Fault::questionId)
            .collect(Collectors.toCollection(HashSet::new));
    var common = asked(bundle, packaged);
    for (var part : bundle.parts()) {
      var member = packaged.find(part.service());
      if (member.isEmpty()) continue;
      own.findForUpdate(part.dossier(), user, Power.FILE)
          .filter(draft -> draft.binding() == Binding.TOGETHER)
          .ifPresent(draft -> spread(draft, member.get(), packaged, common, wrong));
    }
  }

  private void spread(
      Dossier draft,
      ServicePackage.Member member,
      ServicePackage packaged,
      Answers common,
      Set<String> wrong) {
    var today = today().today();
    var form = services.get(draft.service().slug(), draft.service().version()).form();
    var before = known.find(draft.id());
    var offers = new TreeMap<String, Known>();
    var answers = draft.answers();
    for (var flow : member.answers().entrySet()) {
      var question = form.findQuestion(flow.getKey());
      if (question.isEmpty()) continue;
      var id = flow.getKey();
      var value =
          wrong.contains(flow.getValue())
              ? Optional.<Object>empty()
              : Flow.value(packaged.form(), flow.getValue(), common, today, question.get());
      if (value.isPresent()) {
        offers.put(id, new Known(value.get(), new Source(Source.Kind.PACKAGE, today), true));
        answers = answers.with(id, value.get());
      } else if (before.isElsewhere(id)) {
        answers = answers.without(id);
      }
    }
    var now = before.ofThisForm().with(new Prefill(offers));
    if (!now.equals(before)) known.put(draft.id(), now);
    if (!answers.equals(draft.answers())) dossiers.save(draft.answer(answers, clock.instant()));
  }

  /** Where the answer to a part's question is given, if it is among the common ones. */
  static Map<String, String> sources(ServicePackage packaged, Bundle.Part part) {
    return packaged.find(part.service()).map(ServicePackage.Member::answers).orElse(Map.of());
  }

  private FillingContext today() {
    return FillingContext.now(clock, Language.VIETNAMESE);
  }
}
