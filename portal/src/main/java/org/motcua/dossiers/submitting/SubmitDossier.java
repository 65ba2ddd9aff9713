package org.motcua.dossiers.submitting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierSubmitted;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.clock.Terms;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Bundle;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Completeness;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HandedIn;
import org.motcua.dossiers.model.HandedInStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.KnownAnswersStore;
import org.motcua.dossiers.model.Participation.Ending;
import org.motcua.dossiers.model.ParticipationStore;
import org.motcua.dossiers.papers.StoreConsents;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.dossiers.sharing.SharingNotices;
import org.motcua.dossiers.signing.NeededSigner;
import org.motcua.dossiers.signing.Signatures;
import org.motcua.dossiers.submitting.AskDelivery.Wish;
import org.motcua.dossiers.submitting.SubmissionOutcome.AddressMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.AlreadySubmitted;
import org.motcua.dossiers.submitting.SubmissionOutcome.AnswersFaulty;
import org.motcua.dossiers.submitting.SubmissionOutcome.ConsentMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.NoSuchDossier;
import org.motcua.dossiers.submitting.SubmissionOutcome.NobodyReceives;
import org.motcua.dossiers.submitting.SubmissionOutcome.NotDeclared;
import org.motcua.dossiers.submitting.SubmissionOutcome.PapersMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.PartOfSeveral;
import org.motcua.dossiers.submitting.SubmissionOutcome.PayFirst;
import org.motcua.dossiers.submitting.SubmissionOutcome.SignaturesMissing;
import org.motcua.dossiers.submitting.SubmissionOutcome.SignedIt;
import org.motcua.dossiers.submitting.SubmissionOutcome.Submitted;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.forms.Answers;
import org.motcua.forms.FillingContext;
import org.motcua.forms.Forms;
import org.motcua.forms.Situation;
import org.motcua.identity.AccountId;
import org.motcua.identity.Consents;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.web.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands a finished draft to the agency; from here on the legal deadline runs. */
@Service
public class SubmitDossier {

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final ConsignmentStore post;
  private final KnownAnswersStore knownAnswers;
  private final HandedInStore handedIn;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final Forms forms;
  private final Organisation organisation;
  private final Terms terms;
  private final Signatures signatures;
  private final ParticipationStore participations;
  private final SharingNotices sharing;
  private final Consents consents;
  private final StoreConsents storeConsents;
  private final ApplicationEventPublisher events;
  private final FeePayments payments;
  private final AuditTrail audit;
  private final Clock clock;

  SubmitDossier(
      DossierStore dossiers,
      ChargeStore charges,
      ConsignmentStore post,
      KnownAnswersStore knownAnswers,
      HandedInStore handedIn,
      OwnDossiers own,
      OnlineServices services,
      Forms forms,
      Organisation organisation,
      Terms terms,
      Signatures signatures,
      ParticipationStore participations,
      SharingNotices sharing,
      Consents consents,
      StoreConsents storeConsents,
      ApplicationEventPublisher events,
      FeePayments payments,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.post = post;
    this.knownAnswers = knownAnswers;
    this.handedIn = handedIn;
    this.own = own;
    this.services = services;
    this.forms = forms;
    this.organisation = organisation;
    this.terms = terms;
    this.signatures = signatures;
    this.participations = participations;
    this.sharing = sharing;
    this.consents = consents;
    this.storeConsents = storeConsents;
    this.events = events;
    this.payments = payments;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public SubmissionOutcome submit(
      DossierId id, CurrentUser user, boolean declared, Wish wish, Language language) {
    return own.findForUpdate(id, user, Power.SIGN)
        .map(
            dossier ->
                dossier.binding() == Binding.ALONE
                    ? submit(dossier, by(dossier, user), declared, wish, language)
                    : new PartOfSeveral())
        .orElseGet(NoSuchDossier::new);
  }

  /** One of several that are handed in together, which was declared for all of them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public SubmissionOutcome submitPart(DossierId id, CurrentUser user, Language language) {
    return own.findForUpdate(id, user, Power.SIGN)
        .map(
            dossier -> submit(dossier, by(dossier, user), true, Wish.of(Delivery.ONLINE), language))
        .orElseGet(NoSuchDossier::new);
  }

  /**
   * The same of one that waits for another's result: it is held until then.
   *
   * @return {@code null} if nothing stands against it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable SubmissionOutcome hold(
      DossierId id, CurrentUser user, Bundle.Waiting waiting, Language language) {
    var found = own.findForUpdate(id, user, Power.SIGN);
    if (found.isEmpty()) return new NoSuchDossier();
    var draft = found.get();
    if (!draft.status().draft()) return new AlreadySubmitted(draft.submittedCode());
    if (draft.held()) return null;
    var ready = ready(draft, waiting, language);
    if (ready.obstacle() != null) return ready.obstacle();
    dossiers.save(draft.answer(ready.answers(), clock.instant()).bind(Binding.HELD));
    audit.record(
        user.actor(),
        "dossiers.held",
        "dossier",
        id.toString(),
        Map.of("waitsFor", waiting.dossier().toString()));
    return null;
  }

  /**
   * What was held has all that it waited for. The portal hands it in, as was declared and agreed to
   * when it was held.
   *
   * @param released locked, and nobody else's any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public SubmissionOutcome submitReleased(Dossier released, Language language) {
    var portal = new By(new Actor.ThePortal(), "system:dossiers", null, null);
    return submit(released, portal, true, Wish.of(Delivery.ONLINE), language);
  }

  /**
   * Who hands it in.
   *
   * @param signedIn the person himself, whoever he acts for; {@code null}: the portal
   * @param name of the one who does it in the applicant's name; {@code null}: nobody does
   */
  private record By(
      Actor actor, String audited, @Nullable AccountId signedIn, @Nullable String name) {}

  private By by(Dossier dossier, CurrentUser user) {
    var acting = user.acting();
    return new By(
        own.actor(dossier, user),
        user.actor(),
        user.signedIn(),
        acting == null ? null : acting.actorName());
  }

  /**
   * Whether a draft can be handed in.
   *
   * @param answers without those that nothing asks for
   * @param obstacle what stands against it
   */
  private record Ready(
      OnlineService service,
      Answers answers,
      @Nullable Agency receiver,
      @Nullable SubmissionOutcome obstacle) {}

  /**
   * @param waiting what comes only later, and is not asked of the applicant
   */
  private Ready ready(Dossier draft, Bundle.@Nullable Waiting waiting, Language language) {
    var service = services.get(draft.service().slug(), draft.service().version());
    var today = FillingContext.now(clock, language);
    var answers = service.form().withoutUnasked(draft.answers(), today.today());
    var situation = service.form().situation(answers, today.today());
    var receiver = service.receiver().find(situation, organisation).orElse(null);
    return new Ready(
        service,
        answers,
        receiver,
        obstacle(draft, service, answers, situation, receiver, waiting, today));
  }

  private @Nullable SubmissionOutcome obstacle(
      Dossier draft,
      OnlineService service,
      Answers answers,
      Situation situation,
      @Nullable Agency receiver,
      Bundle.@Nullable Waiting waiting,
      FillingContext today) {
    var faults =
        forms.checkAll(service.form(), answers, today).stream()
            .filter(fault -> waiting == null || !waiting.brings(fault.questionId()))
            .toList();
    if (!faults.isEmpty()) return new AnswersFaulty(faults);
    var missing =
        Completeness.missing(draft, service.papersIn(situation)).stream()
            .filter(paper -> waiting == null || !paper.id().equals(waiting.paper()))
            .toList();
    if (!missing.isEmpty()) return new PapersMissing(missing);
    if (receiver == null) return new NobodyReceives();
    if (!storeConsents.complete(draft, receiver.id())) return new ConsentMissing();
    return null;
  }

  private SubmissionOutcome submit(
      Dossier draft, By by, boolean declared, Wish wish, Language language) {
    if (!draft.status().draft()) return new AlreadySubmitted(draft.submittedCode());

    var ready = ready(draft, null, language);
    if (ready.obstacle() != null) return ready.obstacle();
    var signers = signatures.of(draft);
    if (!signers.stream().allMatch(NeededSigner::signed)) {
      return new SignaturesMissing(signers.stream().filter(each -> !each.signed()).toList());
    }
    var signedIn = by.signedIn();
    if (signedIn != null && signers.stream().anyMatch(each -> each.signedBy(signedIn))) {
      return new SignedIt();
    }
    var service = ready.service();
    var wanted = wish.delivery();
    var delivery = service.deliveries().contains(wanted) ? wanted : service.usualDelivery();
    var address = delivery == Delivery.POST ? wish.address() : null;
    if (delivery == Delivery.POST && address == null) return new AddressMissing();
    if (!declared) return new NotDeclared();
    var first = toPayFirst(draft, by, ready, language);
    if (first.isPresent()) return first.get();

    var today = FillingContext.now(clock, language);
    var situation = service.form().situation(ready.answers(), today.today());
    var now = clock.instant();
    var agency = Objects.requireNonNull(ready.receiver()).id();
    var due = terms.dueAt(service.timeLimitIn(situation), agency, now);
    var code = DossierCode.of(agency.decision20(), today.today(), nextSerial(agency, today));
    var submitted =
        draft.submit(
            new Dossier.Submission(
                code, agency, ready.answers(), delivery, terms.answerBy(agency, now), due),
            now);
    dossiers.save(submitted);
    dossiers.makeFindable(submitted);
    if (address != null) post.keep(submitted.id(), address);
    sharing.handedIn(participations.endAll(submitted.id(), Ending.SUBMITTED, now), now);
    var fees = service.feesIn(situation);
    if (!fees.isEmpty()) charges.begin(submitted.id(), fees);
    payments.handedIn(submitted, service, fees, now);
    handedIn.add(draft.id(), HandedIn.of(submitted, knownAnswers.find(draft.id()), now));
    record(submitted, by, agency, now, due);
    return new Submitted(code, due);
  }

  /** What the portal hands in by itself was promised to its applicant: it is paid afterwards. */
  private Optional<SubmissionOutcome> toPayFirst(
      Dossier draft, By by, Ready ready, Language language) {
    if (by.signedIn() == null || draft.binding() != Binding.ALONE) return Optional.empty();
    var service = ready.service();
    var today = FillingContext.now(clock, language).today();
    var fees = service.feesIn(service.form().situation(ready.answers(), today));
    return payments
        .askBeforeSubmission(draft, Objects.requireNonNull(ready.receiver()).id(), service, fees)
        .map(asked -> new PayFirst(asked.page(), asked.total()));
  }

  private int nextSerial(AgencyId agency, FillingContext today) {
    return dossiers.nextSerial(agency, today.today());
  }

  private void record(Dossier submitted, By by, AgencyId agency, Instant now, Instant due) {
    var applicant = submitted.applicant();
    dossiers.append(
        submitted.id(),
        new HistoryEntry(
            now,
            HistoryEntry.Event.SUBMITTED,
            submitted.status(),
            submitted.step(),
            by.actor(),
            null));
    audit.record(
        by.audited(),
        "dossiers.submitted",
        "dossier",
        submitted.id().toString(),
        Map.of("code", submitted.submittedCode().value(), "agency", agency.value()));
    consents.give(consent(submitted, agency), by.audited());
    events.publishEvent(
        new DossierSubmitted(
            submitted.id(),
            submitted.submittedCode(),
            applicant.account(),
            agency,
            now,
            due,
            by.name(),
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
}
