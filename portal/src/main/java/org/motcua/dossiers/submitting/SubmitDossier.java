package org.motcua.dossiers.submitting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierSubmitted;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.clock.Terms;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HandedIn;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.papers.StoreConsents;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.dossiers.signing.Signatures;
import org.motcua.dossiers.submitting.SubmissionOutcome.AlreadySubmitted;
import org.motcua.dossiers.submitting.SubmissionOutcome.AnswersFaulty;
import org.motcua.dossiers.submitting.SubmissionOutcome.ConsentMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.NoSuchDossier;
import org.motcua.dossiers.submitting.SubmissionOutcome.NobodyReceives;
import org.motcua.dossiers.submitting.SubmissionOutcome.NotDeclared;
import org.motcua.dossiers.submitting.SubmissionOutcome.PapersMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.SignaturesMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.SignedIt;
import org.motcua.dossiers.submitting.SubmissionOutcome.Submitted;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a finished draft to the agency; from here on the legal deadline runs. */
@Service
public class SubmitDossier {

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final KnownAnswersStore knownAnswers;
  private final HandedInStore handedIn;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final Organisation organisation;
  private final Terms terms;
  private final Signatures signatures;
  private final ParticipationStore participations;
  private final Consents consents;
  private final StoreConsents storeConsents;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  SubmitDossier(
      DossierStore dossiers,
      ChargeStore charges,
      KnownAnswersStore knownAnswers,
      HandedInStore handedIn,
      OwnDossiers own,
      OnlineServices services,
      Forms forms,
      Organisation organisation,
      Terms terms,
      Signatures signatures,
      ParticipationStore participations,
      Consents consents,
      StoreConsents storeConsents,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.knownAnswers = knownAnswers;
    this.handedIn = handedIn;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.organisation = organisation;
    this.terms = terms;
    this.signatures = signatures;
    this.participations = participations;
    this.consents = consents;
    this.storeConsents = storeConsents;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public SubmissionOutcome submit(
      DossierId id, CurrentUser user, boolean declared, Delivery delivery, Language language) {
    return own.findForUpdate(id, user, Power.SIGN)
        .map(dossier -> submit(dossier, user, declared, delivery, language))
        .orElseGet(NoSuchDossier::new);
  }

  private SubmissionOutcome submit(
      Dossier draft, CurrentUser user, boolean declared, Delivery wanted, Language language) {
    if (!draft.status().draft()) return new AlreadySubmitted(draft.submittedCode());

    var service = services.get(draft.service().slug(), draft.service().version());
    var today = FillingContext.now(clock, language);
    var answers = service.form().withoutUnasked(draft.answers(), today.today());
    var faults = forms.checkAll(service.form(), answers, today);
    if (!faults.isEmpty()) return new AnswersFaulty(faults);
    var situation = service.form().situation(answers, today.today());
    var missing = Completeness.missing(draft, service.papersIn(situation));
    if (!missing.isEmpty()) return new PapersMissing(missing);
    var receiver = service.receiver().find(situation, organisation);
    if (receiver.isEmpty()) return new NobodyReceives();
    if (!storeConsents.complete(draft, receiver.get().id())) return new ConsentMissing();
    var signers = signatures.of(draft);
    if (!signers.stream().allMatch(NeededSigner::signed)) {
      return new SignaturesMissing(signers.stream().filter(each -> !each.signed()).toList());
    }
    if (signers.stream().anyMatch(each -> each.signedBy(user.signedIn()))) return new SignedIt();
    if (!declared) return new NotDeclared();

    var now = clock.instant();
    var delivery = service.deliveries().contains(wanted) ? wanted : service.usualDelivery();
    var agency = receiver.get().id();
    var due = terms.dueAt(service.timeLimitIn(situation), agency, now);
    var code = DossierCode.of(agency.decision20(), today.today(), nextSerial(agency, today));
    var submitted =
        draft.submit(
            new Dossier.Submission(
                code, agency, answers, delivery, terms.answerBy(agency, now), due),
            now);
    dossiers.save(submitted);
    dossiers.makeFindable(submitted);
    participations.endAll(submitted.id(), Ending.SUBMITTED, now);
    var fees = service.feesIn(situation);
    if (!fees.isEmpty()) charges.owe(submitted.id(), fees);
    handedIn.add(draft.id(), HandedIn.of(submitted, knownAnswers.find(draft.id()), now));
    record(submitted, user, agency, now, due);
    return new Submitted(code, due);
  }

  private int nextSerial(AgencyId agency, FillingContext today) {
    return dossiers.nextSerial(agency, today.today());
  }

  private void record(
      Dossier submitted, CurrentUser user, AgencyId agency, Instant now, Instant due) {
    var applicant = submitted.applicant();
    dossiers.append(
        submitted.id(),
        new HistoryEntry(
            now,
            HistoryEntry.Event.SUBMITTED,
            submitted.status(),
            submitted.step(),
            own.actor(submitted, user),
            null));
    audit.record(
        user.actor(),
        "dossiers.submitted",
        "dossier",
        submitted.id().toString(),
        Map.of("code", submitted.submittedCode().value(), "agency", agency.value()));
    consents.give(consent(submitted, agency), user.actor());
    events.publishEvent(
        new DossierSubmitted(
            submitted.id(),
            submitted.submittedCode(),
            applicant.account(),
            agency,
            now,
            due,
            actedBy(user),
            services.get(submitted.service().slug(), submitted.service().version()).handedTo()));
  }

  /** Who submits agrees that the agency uses what is in it, to decide on it. */
  private static Consents.Given consent(Dossier submitted, AgencyId agency) {
    return new Consents.Given(
        submitted.applicant().account(),
        "dossier:" + submitted.id(),
        "agency:" + agency,
        "dossiers.consent.what",
        "dossiers.consent.why",
        submitted.submittedCode().value(),
        false);
  }

  private static @Nullable String actedBy(CurrentUser user) {
    var acting = user.acting();
    return acting == null ? null : acting.actorName();
  }
}
