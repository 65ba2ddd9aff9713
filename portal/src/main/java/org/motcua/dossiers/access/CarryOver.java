package org.motcua.dossiers.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.dossiers.model.CarriedOver;
import org.motcua.dossiers.model.CarriedOver.Aside;
import org.motcua.dossiers.model.CarriedOverStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.ServiceVersion;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Forms;
import org.motcua.forms.Question;
import org.motcua.forms.QuestionType;
import org.motcua.forms.Words;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a draft to the version of its service that is in force, at the moment when somebody opens
 * it. Answers to questions that are gone, or that want another kind of answer now, are put aside.
 */
@Component
class CarryOver {

  private final OnlineServices services;
  private final DossierStore dossiers;
  private final CarriedOverStore carriedOvers;
  private final Forms forms;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final Clock clock;

  CarryOver(
      OnlineServices services,
      DossierStore dossiers,
      CarriedOverStore carriedOvers,
      Forms forms,
      TransactionTemplate transaction,
      AuditTrail audit,
      Clock clock) {
    this.services = services;
    this.dossiers = dossiers;
    this.carriedOvers = carriedOvers;
    this.forms = forms;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** The draft as it now stands; what is no draft, or is of the version in force, as it is. */
  Dossier toVersionInForce(Dossier dossier) {
    return newer(dossier).isEmpty() ? dossier : carried(dossier);
  }

  private Optional<OnlineService> newer(Dossier dossier) {
    if (!dossier.status().draft()) return Optional.empty();
    return services
        .find(dossier.service().slug())
        .filter(service -> service.version() > dossier.service().version());
  }

  private Dossier carried(Dossier seen) {
    return transaction.execute(
        status -> {
          var draft = dossiers.findForUpdate(seen.id()).orElse(seen);
          newer(draft).ifPresent(service -> carry(draft, service));
          return dossiers.find(draft.id()).orElse(draft);
        });
  }

  private void carry(Dossier draft, OnlineService newer) {
    var older = services.get(newer.slug(), draft.service().version());
    var asked = older.form().withoutUnasked(draft.answers(), today(Language.VIETNAMESE).today());
    var kept = draft.answers();
    var aside = new ArrayList<Aside>();
    for (var answer : draft.answers().values().entrySet()) {
      var id = answer.getKey();
      if (fits(older.form(), newer.form(), id, answer.getValue())) continue;
      kept = kept.without(id);
      if (asked.has(id)) {
        older.form().findQuestion(id).map(each -> aside(older, each, asked)).ifPresent(aside::add);
      }
    }
    var earlier = carriedOvers.find(draft.id());
    carriedOvers.carry(
        draft.id(),
        new ServiceVersion(newer.slug(), newer.version(), newer.procedure()),
        kept,
        new CarriedOver(
            earlier.map(CarriedOver::fromVersion).orElse(draft.service().version()),
            newer.version(),
            Stream.concat(
                    earlier.map(CarriedOver::aside).orElse(List.of()).stream(), aside.stream())
                .toList()));
    audit.record(
        "system:dossiers",
        "dossiers.carried_over",
        "dossier",
        draft.id().toString(),
        Map.of("from", draft.service().version(), "to", newer.version()));
  }

  private Aside aside(OnlineService older, Question question, Answers answers) {
    return new Aside(
        question.id(),
        question.name(),
        new Words(
            forms.text(older.form(), question.id(), answers, today(Language.VIETNAMESE)),
            forms.text(older.form(), question.id(), answers, today(Language.ENGLISH))));
  }

  private FillingContext today(Language language) {
    return FillingContext.now(clock, language);
  }

  private static boolean fits(
      FormDefinition older, FormDefinition newer, String id, Object answer) {
    var before = older.findQuestion(id).map(Question::type);
    var now = newer.findQuestion(id).map(Question::type);
    if (before.isEmpty() || now.isEmpty()) return false;
    if (!before.get().getClass().equals(now.get().getClass())) return false;
    return !(now.get() instanceof QuestionType.OneOf choices)
        || choices.find(String.valueOf(answer)).isPresent();
  }
}
