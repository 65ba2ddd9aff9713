package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.motcua.dossiers.AdditionsRequested;
import org.motcua.dossiers.DossierAccepted;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.WithdrawalDenied;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.AskedBefore;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.AdditionRequest.Point;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.paying.DemandFees;
import org.motcua.platform.ids.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reception does with what came in: accept it, ask for additions, refuse it with reasons. */
@Service
class ReceiveDossier {

  private final Desk desk;
  private final DossierStore dossiers;
  private final DemandFees fees;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReceiveDossier(
      Desk desk,
      DossierStore dossiers,
      DemandFees fees,
      ApplicationEventPublisher events,
      Clock clock) {
    this.desk = desk;
    this.dossiers = dossiers;
    this.fees = fees;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  DeskOutcome accept(DossierId id, DeskOfficer officer) {
    var outcome =
        desk.carryOut(Act.ACCEPT, id, officer, Change.of(Event.ACCEPTED, Dossier::accept));
    if (outcome instanceof Done(Dossier accepted)) {
      events.publishEvent(
          new DossierAccepted(
              id,
              accepted.submittedCode(),
              accepted.applicant().account(),
              accepted.changedAt(),
              requireNonNull(accepted.term().dueAt()),
              null));
      return new Done(fees.accepted(accepted));
    }
    return outcome;
  }

  @Transactional
  DeskOutcome refuse(DossierId id, DeskOfficer officer, String reason) {
    if (reason.isBlank()) return new ReasonMissing();
    var why = reason.strip();
    var outcome =
        desk.carryOut(
            Act.REFUSE,
            id,
            officer,
            Change.of(Event.REFUSED, why, (dossier, now) -> dossier.refuse(why, now))
                .overtakingOthers());
    if (outcome instanceof Done(Dossier refused)) {
      events.publishEvent(
          new DossierRefused(
              id,
              refused.submittedCode(),
              refused.applicant().account(),
              refused.changedAt(),
              why));
    }
    return outcome;
  }

  /** All points together and once only: asking again counts against the agency. */
  @Transactional
  DeskOutcome requestAdditions(DossierId id, DeskOfficer officer, List<Point> points) {
    var said = points.stream().filter(point -> !point.text().isBlank()).toList();
    if (said.isEmpty()) return new ReasonMissing();
    if (dossiers.countRequests(id) > 0) return new AskedBefore();
    var outcome =
        desk.carryOut(
            Act.REQUEST_ADDITIONS,
            id,
            officer,
            Change.of(Event.ADDITIONS_REQUESTED, Dossier::requestAdditions)
                .unless(dossier -> DecideDossier.inOtherHands(dossier, officer)));
    if (outcome instanceof Done(Dossier waiting)) {
      dossiers.open(
          id, new AdditionRequest(NewId.next(), clock.instant(), said, null), officer.account());
      events.publishEvent(
          new AdditionsRequested(
              id,
              waiting.submittedCode(),
              waiting.applicant().account(),
              waiting.changedAt(),
              said.size()));
    }
    return outcome;
  }

  @Transactional
  DeskOutcome grantWithdrawal(DossierId id, DeskOfficer officer, String note) {
    var outcome =
        desk.carryOut(
            Act.GRANT_WITHDRAWAL,
            id,
            officer,
            Change.of(
                    Event.WITHDRAWAL_GRANTED,
                    note,
                    (dossier, now) -> dossier.grantWithdrawal(note, now))
                .overtakingOthers());
    if (outcome instanceof Done(Dossier stopped)) {
      events.publishEvent(
          new DossierStopped(
              id,
              stopped.submittedCode(),
              stopped.applicant().account(),
              stopped.changedAt(),
              note));
    }
    return outcome;
  }

  /** What was decided, or cannot be undone any more, goes on in spite of the applicant's wish. */
  @Transactional
  DeskOutcome denyWithdrawal(DossierId id, DeskOfficer officer, String reason) {
    if (reason.isBlank()) return new ReasonMissing();
    var why = reason.strip();
    var outcome =
        desk.carryOut(
            Act.DENY_WITHDRAWAL,
            id,
            officer,
            Change.of(Event.WITHDRAWAL_DENIED, why, Dossier::denyWithdrawal));
    if (outcome instanceof Done(Dossier goingOn)) {
      events.publishEvent(
          new WithdrawalDenied(
              id,
              goingOn.submittedCode(),
              goingOn.applicant().account(),
              goingOn.changedAt(),
              why));
    }
    return outcome;
  }
}
