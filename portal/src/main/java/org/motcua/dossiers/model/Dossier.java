package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.OnlineService;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/**
 * One case. Every act gives a new dossier and refuses, as a bug of the caller, what {@link
 * Transitions} does not allow; use cases ask {@link #allows(Act)} first.
 *
 * @param code given at submission
 * @param delivery how the applicant wants the result; {@code null} for a draft
 * @param result what was made for the applicant, perhaps before it is returned
 * @param reason why it was refused or stopped, in the officer's words
 * @param binding whether a draft is one of several that are applied for together
 */
public record Dossier(
    DossierId id,
    @Nullable DossierCode code,
    Applicant applicant,
    ServiceVersion service,
    Answers answers,
    List<Attachment> attachments,
    DossierStatus status,
    Work work,
    Term term,
    @Nullable Delivery delivery,
    @Nullable Result result,
    @Nullable String reason,
    Binding binding,
    Instant changedAt) {

  public Dossier {
    attachments = List.copyOf(attachments);
  }

  public static Dossier draft(
      DossierId id, Applicant applicant, ServiceVersion service, Answers answers, Instant now) {
    return new Dossier(
        id,
        null,
        applicant,
        service,
        answers,
        List.of(),
        DossierStatus.DRAFT,
        Work.NOT_BEGUN,
        Term.NOT_BEGUN,
        null,
        null,
        null,
        Binding.ALONE,
        now);
  }

  public @Nullable AgencyId agency() {
    return work.agency();
  }

  public int step() {
    return work.step();
  }

  public @Nullable OfficerId handler() {
    return work.handler();
  }

  public boolean belongsTo(AccountId account) {
    return applicant.account().equals(account);
  }

  public boolean allows(Act act) {
    return Transitions.allows(status, act);
  }

  /** Whether the applicant may change answers and attachments now. */
  public boolean open() {
    return status.draft() && !held() || status == DossierStatus.ADDITIONS_REQUESTED;
  }

  /** Whether it is handed in with others, and waits for the result of one of them. */
  public boolean held() {
    return binding == Binding.HELD;
  }

  /** Of a draft that is one of several. */
  public Dossier bind(Binding newBinding) {
    if (!status.draft()) throw new IllegalStateException(id + " is no draft any more");
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        status,
        work,
        term,
        delivery,
        result,
        reason,
        newBinding,
        changedAt);
  }

  /** Whether it has ended, so that its applicant may apply again with the same. */
  public boolean copyable(OnlineService its) {
    return switch (status) {
      case REFUSED, STOPPED -> true;
      case FINISHED, RETURNED -> !its.onceOnly();
      default -> false;
    };
  }

  public List<Attachment> attachmentsOf(String paper) {
    return attachments.stream().filter(file -> file.paper().equals(paper)).toList();
  }

  public Optional<Attachment> findAttachment(DocumentId document) {
    return attachments.stream().filter(file -> file.document().equals(document)).findFirst();
  }

  /** The code of a submitted dossier. */
  public DossierCode submittedCode() {
    return Objects.requireNonNull(code, "not submitted yet");
  }

  /** The agency of a submitted dossier. */
  public AgencyId decidingAgency() {
    return Objects.requireNonNull(agency(), "not submitted yet");
  }

  public Dossier answer(Answers given, Instant now) {
    requireOpen();
    return with(given, attachments, now);
  }

  public Dossier add(Attachment attachment, Instant now) {
    requireOpen();
    return with(answers, Stream.concat(attachments.stream(), Stream.of(attachment)).toList(), now);
  }

  public boolean has(DocumentId document) {
    return attachments.stream().anyMatch(file -> file.document().equals(document));
  }

  public Dossier remove(DocumentId document, Instant now) {
    requireOpen();
    var rest = attachments.stream().filter(file -> !file.document().equals(document)).toList();
    return with(answers, rest, now);
  }

  /** As it leaves the applicant's hands. */
  public Dossier submit(Submission submission, Instant now) {
    require(Act.SUBMIT, DossierStatus.REGISTERED);
    return new Dossier(
        id,
        submission.code(),
        applicant,
        service,
        submission.answers(),
        attachments,
        DossierStatus.REGISTERED,
        Work.begunAt(submission.agency()),
        term.begun(now, submission.answerBy(), submission.dueAt()),
        submission.delivery(),
        null,
        null,
        Binding.ALONE,
        now);
  }

  /**
   * @param answers without those that nothing asks for
   * @param answerBy when the agency has to say first whether it takes it
   */
  public record Submission(
      DossierCode code,
      AgencyId agency,
      Answers answers,
      Delivery delivery,
      Instant answerBy,
      Instant dueAt) {}

  public Dossier accept(Instant now) {
    return move(Act.ACCEPT, DossierStatus.ACCEPTED, work.at(1, null), term.accepted(now), now);
  }

  public Dossier refuse(String why, Instant now) {
    return end(Act.REFUSE, DossierStatus.REFUSED, why, now);
  }

  public Dossier assign(OfficerId officer, Instant now) {
    return move(Act.ASSIGN, status, work.at(step(), officer), term, now);
  }

  /**
   * @param officer none where it is somebody outside
   */
  public Dossier takeUp(@Nullable OfficerId officer, Instant now) {
    return move(Act.TAKE_UP, DossierStatus.IN_PROCESS, work.at(step(), officer), term, now);
  }

  public Dossier handBack(Instant now) {
    return move(Act.HAND_BACK, status, work.at(step(), null), term, now);
  }

  public Dossier passOn(Instant now) {
    return move(Act.PASS_ON, status, work.at(step() + 1, null), term, now);
  }

  /**
   * @param to who had it in hand before, if it is known
   */
  public Dossier sendBack(@Nullable OfficerId to, Instant now) {
    return move(Act.SEND_BACK, status, work.at(step() - 1, to), term, now);
  }

  public Dossier entrust(Instant now) {
    return move(Act.ENTRUST, status, work, term, now);
  }

  public Dossier recall(Instant now) {
    return move(Act.RECALL, status, work, term, now);
  }

  public Dossier reportBack(Instant now) {
    return move(Act.REPORT_BACK, status, work, term, now);
  }

  public Dossier requestAdditions(Instant now) {
    return move(
        Act.REQUEST_ADDITIONS, DossierStatus.ADDITIONS_REQUESTED, work, term.stopped(now), now);
  }

  /** Goes back to the desk that asked: to reception before acceptance, to the specialist after. */
  public Dossier supplyAdditions(Instant newDue, Instant now) {
    return move(Act.SUPPLY_ADDITIONS, whereItWas(), work, term.resumed(newDue), now);
  }

  public Dossier requestPayment(Instant now) {
    return move(Act.REQUEST_PAYMENT, DossierStatus.PAYMENT_REQUESTED, work, term.stopped(now), now);
  }

  /** Goes back to where the payment was asked for. */
  public Dossier settlePayment(Instant newDue, Instant now) {
    return move(Act.SETTLE_PAYMENT, whereItWas(), work, term.resumed(newDue), now);
  }

  public Dossier apologise(Instant newAppointment, Instant now) {
    return move(Act.APOLOGISE, status, work, term.promised(newAppointment), now);
  }

  public Dossier requestWithdrawal(Instant now) {
    return move(
        Act.REQUEST_WITHDRAWAL,
        DossierStatus.WITHDRAWAL_REQUESTED,
        work.interrupting(status),
        term,
        now);
  }

  public Dossier grantWithdrawal(String why, Instant now) {
    return end(Act.GRANT_WITHDRAWAL, DossierStatus.STOPPED, why, now);
  }

  public Dossier denyWithdrawal(Instant now) {
    var before = work.interrupted() == null ? whereItWas() : work.interrupted();
    return move(Act.DENY_WITHDRAWAL, before, work.goingOn(), term, now);
  }

  public Dossier stop(String why, Instant now) {
    return end(Act.STOP, DossierStatus.STOPPED, why, now);
  }

  public Dossier approve(Instant now) {
    return move(
        Act.APPROVE, DossierStatus.FINISHED, work.at(step() + 1, null), term.finished(now), now);
  }

  /** What was decided is there on paper; its applicant has yet to get it. */
  public Dossier made(Result made) {
    if (status != DossierStatus.FINISHED) {
      throw new IllegalStateException("Only what is decided has a result: " + id);
    }
    return with(made);
  }

  public Dossier returnResult(Instant now) {
    return move(Act.RETURN_RESULT, DossierStatus.RETURNED, work, term.returned(now), now);
  }

  /** Finished stays when it was finished: the way with the post is not the agency's time. */
  public Dossier sendByPost(Instant now) {
    return move(Act.SEND_BY_POST, status, work, term, now);
  }

  public Dossier handOver(Instant now) {
    return move(Act.HAND_OVER, DossierStatus.RETURNED, work, term.returned(now), now);
  }

  /** Decided, and not yet made: what it was given stays its result until then. */
  public Dossier orderCorrection(Instant now) {
    return move(Act.CORRECT_RESULT, status, work, term, now);
  }

  /**
   * @param right the answers as they should have been
   */
  public Dossier correct(Answers right, Result corrected, Instant now) {
    return move(Act.CORRECT_RESULT, status, work, term, now)
        .with(right, attachments, now)
        .with(corrected);
  }

  /** The reason is told in its history; what it was returned for stays. */
  public Dossier revokeResult(Instant now) {
    return move(Act.REVOKE_RESULT, status, work, term, now);
  }

  private DossierStatus whereItWas() {
    return term.acceptedAt() == null ? DossierStatus.REGISTERED : DossierStatus.IN_PROCESS;
  }

  private Dossier end(Act act, DossierStatus to, String why, Instant now) {
    var ended = move(act, to, work, term.finished(now), now);
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        to,
        ended.work,
        ended.term,
        delivery,
        result,
        why,
        binding,
        now);
  }

  private Dossier move(Act act, DossierStatus to, Work newWork, Term newTerm, Instant now) {
    require(act, to);
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        to,
        newWork,
        newTerm,
        delivery,
        result,
        reason,
        binding,
        now);
  }

  private Dossier with(Answers given, List<Attachment> newAttachments, Instant now) {
    return new Dossier(
        id,
        code,
        applicant,
        service,
        given,
        newAttachments,
        status,
        work,
        term,
        delivery,
        result,
        reason,
        binding,
        now);
  }

  private Dossier with(Result made) {
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        status,
        work,
        term,
        delivery,
        made,
        reason,
        binding,
        changedAt);
  }

  private void require(Act act, DossierStatus to) {
    if (!Transitions.allows(status, act, to)) {
      throw new IllegalStateException(id + ": " + act + " from " + status + " to " + to);
    }
  }

  private void requireOpen() {
    if (!open()) throw new IllegalStateException(id + " is no longer open to its applicant");
  }
}
