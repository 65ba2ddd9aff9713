package org.motcua.dossiers.handling;

import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.organisation.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From acceptance to decision: a specialist takes the dossier up and prepares it, the leader
 * approves it, sends it back, or stops it with reasons.
 */
@Service
class DecideDossier {

  private final Desk desk;
  private final ApplicationEventPublisher events;
  private final MakeResult results;

  DecideDossier(Desk desk, ApplicationEventPublisher events, MakeResult results) {
    this.desk = desk;
    this.events = events;
    this.results = results;
  }

  @Transactional
  DeskOutcome takeUp(DossierId id, DeskOfficer officer) {
    return desk.carryOut(
        Act.TAKE_UP,
        id,
        officer,
        Change.of(Event.TAKEN_UP, (dossier, now) -> dossier.takeUp(officer.id(), now)));
  }

  /**
   * The specialist is done and hands on to the leader.
   *
   * @param step where the officer saw the dossier stand
   */
  @Transactional
  DeskOutcome prepare(DossierId id, DeskOfficer officer, int step, String proposal) {
    return desk.carryOutAt(
        step,
        Role.SPECIALIST,
        id,
        officer,
        new Change(
            Event.PREPARED,
            proposal.isBlank() ? null : proposal.strip(),
            (dossier, now) -> dossier.passTo(step + 1, null, now)));
  }

  /** The leader is not content with the preparation. */
  @Transactional
  DeskOutcome sendBack(DossierId id, DeskOfficer officer, int step, String reason) {
    if (reason.isBlank()) return new ReasonMissing();
    return desk.carryOutAt(
        step,
        Role.LEADER,
        id,
        officer,
        new Change(
            Event.SENT_BACK,
            reason.strip(),
            (dossier, now) -> dossier.passTo(step - 1, null, now)));
  }

  /**
   * The number in the agency's register is given now; the result itself is made by a job, since
   * signing takes longer than a leader should wait.
   */
  @Transactional
  DeskOutcome approve(DossierId id, DeskOfficer officer, int step) {
    var outcome =
        desk.carryOutAt(
            step, Role.LEADER, id, officer, Change.of(Event.APPROVED, Dossier::approve));
    if (outcome instanceof Done(Dossier approved)) {
      results.order(approved, officer);
      events.publishEvent(
          new DossierApproved(
              id, approved.submittedCode(), approved.applicant().account(), approved.changedAt()));
    }
    return outcome;
  }

  /** Ends it without a result: what was asked for cannot be given. */
  @Transactional
  DeskOutcome stop(DossierId id, DeskOfficer officer, int step, String reason) {
    if (reason.isBlank()) return new ReasonMissing();
    var why = reason.strip();
    var outcome =
        desk.carryOutAt(
            step,
            Role.LEADER,
            id,
            officer,
            new Change(Event.STOPPED, why, (dossier, now) -> dossier.stop(why, now)));
    if (outcome instanceof Done(Dossier stopped)) {
      events.publishEvent(
          new DossierStopped(
              id,
              stopped.submittedCode(),
              stopped.applicant().account(),
              stopped.changedAt(),
              why));
    }
    return outcome;
  }
}
