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
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/**
 * One case. Every act gives a new dossier and refuses, as a bug of the caller, what {@link
 * Transitions} does not allow; use cases ask {@link #allows(Act)} first.
 *
 * @param code given at submission
 * @param agency who decides; known from submission on
 * @param step where it stands on the service's route, counted from 0
 * @param handler the officer who has it in hand
 * @param reason why it was refused or stopped, in the officer's words
 */
public record Dossier(
    DossierId id,
    @Nullable DossierCode code,
    Applicant applicant,
    ServiceVersion service,
    Answers answers,
    List<Attachment> attachments,
    DossierStatus status,
    @Nullable AgencyId agency,
    int step,
    @Nullable OfficerId handler,
    Term term,
    @Nullable Result result,
    @Nullable String reason,
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
        null,
        0,
        null,
        Term.NOT_BEGUN,
        null,
        null,
        now);
  }

  public boolean belongsTo(AccountId account) {
    return applicant.account().equals(account);
  }

  public boolean allows(Act act) {
    return Transitions.allows(status, act);
  }

  /** Whether the applicant may change answers and attachments now. */
  public boolean open() {
    return status.draft() || status == DossierStatus.ADDITIONS_REQUESTED;
  }

  /** Whether it has ended, so that its applicant may apply again with the same. */
  public boolean copyable() {
    return status.closed() || status == DossierStatus.FINISHED;
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
    return Objects.requireNonNull(agency, "not submitted yet");
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

  public Dossier submit(
      DossierCode newCode, AgencyId receiver, Answers given, Instant now, Instant due) {
    require(Act.SUBMIT, DossierStatus.REGISTERED);
    return new Dossier(
        id,
        newCode,
        applicant,
        service,
        given,
        attachments,
        DossierStatus.REGISTERED,
        receiver,
        0,
        null,
        term.begun(now, due),
        null,
        null,
        now);
  }

  public Dossier accept(Instant now) {
    return move(Act.ACCEPT, DossierStatus.ACCEPTED, 1, null, term.accepted(now), reason, now);
  }

  public Dossier refuse(String why, Instant now) {
    return move(Act.REFUSE, DossierStatus.REFUSED, step, handler, term.finished(now), why, now);
  }

  /**
   * @param officer none where it is somebody outside
   */
  public Dossier takeUp(@Nullable OfficerId officer, Instant now) {
    return move(Act.TAKE_UP, DossierStatus.IN_PROCESS, step, officer, term, reason, now);
  }

  public Dossier requestAdditions(Instant now) {
    return move(
        Act.REQUEST_ADDITIONS,
        DossierStatus.ADDITIONS_REQUESTED,
        step,
        handler,
        term.stopped(now),
        reason,
        now);
  }

  /** Goes back to the desk that asked: to reception before acceptance, to the specialist after. */
  public Dossier supplyAdditions(Instant newDue, Instant now) {
    var back = term.acceptedAt() == null ? DossierStatus.REGISTERED : DossierStatus.IN_PROCESS;
    return move(Act.SUPPLY_ADDITIONS, back, step, handler, term.resumed(newDue), reason, now);
  }

  public Dossier requestWithdrawal(Instant now) {
    return move(
        Act.REQUEST_WITHDRAWAL,
        DossierStatus.WITHDRAWAL_REQUESTED,
        step,
        handler,
        term,
        reason,
        now);
  }

  public Dossier grantWithdrawal(String why, Instant now) {
    return move(
        Act.GRANT_WITHDRAWAL, DossierStatus.STOPPED, step, handler, term.finished(now), why, now);
  }

  public Dossier stop(String why, Instant now) {
    return move(Act.STOP, DossierStatus.STOPPED, step, handler, term.finished(now), why, now);
  }

  /** To another step of the route, the status staying as it is. */
  public Dossier passTo(int nextStep, @Nullable OfficerId next, Instant now) {
    if (status != DossierStatus.IN_PROCESS) {
      throw new IllegalStateException("Only a dossier in process goes along its route: " + id);
    }
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        status,
        agency,
        nextStep,
        next,
        term,
        result,
        reason,
        now);
  }

  public Dossier approve(Instant now) {
    return move(
        Act.APPROVE, DossierStatus.FINISHED, step + 1, null, term.finished(now), reason, now);
  }

  public Dossier returnResult(Result made, Instant now) {
    var moved =
        move(
            Act.RETURN_RESULT,
            DossierStatus.RETURNED,
            step,
            handler,
            term.returned(now),
            reason,
            now);
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        moved.status,
        agency,
        step,
        handler,
        moved.term,
        made,
        reason,
        now);
  }

  private Dossier move(
      Act act,
      DossierStatus to,
      int nextStep,
      @Nullable OfficerId nextHandler,
      Term nextTerm,
      @Nullable String why,
      Instant now) {
    require(act, to);
    return new Dossier(
        id,
        code,
        applicant,
        service,
        answers,
        attachments,
        to,
        agency,
        nextStep,
        nextHandler,
        nextTerm,
        result,
        why,
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
        agency,
        step,
        handler,
        term,
        result,
        reason,
        now);
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
