package org.motcua.dossiers.submitting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.AdditionsSupplied;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.clock.Terms;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HandedIn;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.paying.DemandFees;
import org.motcua.dossiers.sharing.SharingNotices;
import org.motcua.dossiers.signing.Signatures;
import org.motcua.dossiers.submitting.AdditionsOutcome.AnswersFaulty;
import org.motcua.dossiers.submitting.AdditionsOutcome.NoSuchDossier;
import org.motcua.dossiers.submitting.AdditionsOutcome.NothingAsked;
import org.motcua.dossiers.submitting.AdditionsOutcome.PapersMissing;
import org.motcua.dossiers.submitting.AdditionsOutcome.SignaturesMissing;
import org.motcua.dossiers.submitting.AdditionsOutcome.Supplied;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the dossier back to the desk; the term goes on with what was left of it. */
@Service
public class SupplyAdditions {

  private final DossierStore dossiers;
  private final DemandFees fees;
  private final KnownAnswersStore knownAnswers;
  private final HandedInStore handedIn;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final Signatures signatures;
  private final ParticipationStore participations;
  private final SharingNotices sharing;
  private final Terms terms;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  SupplyAdditions(
      DossierStore dossiers,
      DemandFees fees,
      KnownAnswersStore knownAnswers,
      HandedInStore handedIn,
      OwnDossiers own,
      OnlineServices services,
      Forms forms,
      Signatures signatures,
      ParticipationStore participations,
      SharingNotices sharing,
      Terms terms,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.fees = fees;
    this.knownAnswers = knownAnswers;
    this.handedIn = handedIn;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.signatures = signatures;
    this.participations = participations;
    this.sharing = sharing;
    this.terms = terms;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public AdditionsOutcome supply(DossierId id, CurrentUser user, String note, Language language) {
    return own.findForUpdate(id, user, Power.FILE)
        .filter(dossier -> !dossier.status().draft())
        .map(dossier -> supply(dossier, user, note, language))
        .orElseGet(NoSuchDossier::new);
  }

  private AdditionsOutcome supply(
      Dossier dossier, CurrentUser user, String note, Language language) {
    if (!dossier.allows(Act.SUPPLY_ADDITIONS)) return new NothingAsked(dossier.submittedCode());

    var service = services.get(dossier.service().slug(), dossier.service().version());
    var today = FillingContext.now(clock, language);
    var answers = service.form().withoutUnasked(dossier.answers(), today.today());
    var faults = forms.checkAll(service.form(), answers, today);
    if (!faults.isEmpty()) return new AnswersFaulty(faults);
    var situation = service.form().situation(answers, today.today());
    var missing = Completeness.missing(dossier, service.papersIn(situation));
    if (!missing.isEmpty()) return new PapersMissing(missing);
    var unsigned = signatures.of(dossier).stream().filter(each -> !each.signed()).toList();
    if (!unsigned.isEmpty()) return new SignaturesMissing(unsigned);

    var now = clock.instant();
    var due = terms.dueAfterPause(dossier, now);
    var supplied = dossier.answer(answers, now).supplyAdditions(due, now);
    dossiers.save(supplied);
    sharing.handedIn(participations.endAll(supplied.id(), Ending.SUBMITTED, now), now);
    fees.answered(supplied, service.feesIn(situation));
    handedIn.add(supplied.id(), HandedIn.of(supplied, knownAnswers.find(supplied.id()), now));
    closeRequest(supplied, now);
    record(supplied, user, note.isBlank() ? null : note.strip(), now, due);
    return new Supplied(supplied.submittedCode(), due);
  }

  private void closeRequest(Dossier dossier, Instant now) {
    dossiers
        .findOpenRequest(dossier.id())
        .map(open -> new AdditionRequest(open.id(), open.askedAt(), open.points(), now))
        .ifPresent(answered -> dossiers.close(dossier.id(), answered));
  }

  private void record(
      Dossier supplied, CurrentUser user, @Nullable String note, Instant now, Instant due) {
    var applicant = supplied.applicant();
    dossiers.append(
        supplied.id(),
        new HistoryEntry(
            now,
            HistoryEntry.Event.ADDITIONS_SUPPLIED,
            supplied.status(),
            supplied.step(),
            own.actor(supplied, user),
            note));
    audit.record(
        user.actor(),
        "dossiers.additions_supplied",
        "dossier",
        supplied.id().toString(),
        Map.of("code", supplied.submittedCode().value()));
    events.publishEvent(
        new AdditionsSupplied(
            supplied.id(),
            supplied.submittedCode(),
            applicant.account(),
            supplied.decidingAgency(),
            now,
            due));
  }
}
