package org.motcua.dossiers.handling;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierApproved.Next;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.handling.Desk.Change;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.InOtherHands;
import org.motcua.dossiers.handling.DeskOutcome.ReasonMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.organisation.OfficerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From acceptance to decision: a specialist takes the dossier up and prepares it, those who come
 * after him on the route pass it on or send it back, the leader approves it or stops it with
 * reasons.
 */
@Service
public class DecideDossier {

  private final Desk desk;
  private final FourEyes fourEyes;
  private final EntrustedStore entrusted;
  private final ApplicationEventPublisher events;
  private final MakeResult results;

  DecideDossier(
      Desk desk,
      FourEyes fourEyes,
      EntrustedStore entrusted,
      ApplicationEventPublisher events,
      MakeResult results) {
    this.desk = desk;
    this.fourEyes = fourEyes;
    this.entrusted = entrusted;
    this.events = events;
    this.results = results;
  }

  /** Takes in hand what lies with nobody, or was assigned to this officer. */
  @Transactional
  DeskOutcome takeUp(DossierId id, DeskOfficer officer) {
    return desk.carryOut(Act.TAKE_UP, id, officer, takingUp(officer));
  }

  private static Change takingUp(DeskOfficer officer) {
    return Change.of(Event.TAKEN_UP, (dossier, now) -> dossier.takeUp(officer.id(), now))
        .unless(
            dossier -> inOtherHands(dossier, officer).or(() -> takenUpBefore(dossier, officer)));
  }

  /** The second of two clicks is no second beginning. */
  private static Optional<DeskOutcome> takenUpBefore(Dossier dossier, DeskOfficer officer) {
    var handler = dossier.handler();
    return dossier.status() == DossierStatus.IN_PROCESS
            && handler != null
            && handler.equals(officer.id())
        ? Optional.of(new DeskOutcome.NotNow(dossier.status()))
        : Optional.empty();
  }

  /** Lays it down, so that another may take it up. */
  @Transactional
  DeskOutcome handBack(DossierId id, DeskOfficer officer, String note) {
    return desk.carryOut(
        Act.HAND_BACK,
        id,
        officer,
        Change.of(Event.HANDED_BACK, stripped(note), Dossier::handBack)
            .unless(
                dossier ->
                    dossier.handler() == null
                        ? Optional.of(new DeskOutcome.NotNow(dossier.status()))
                        : inOtherHands(dossier, officer)));
  }

  /**
   * Done here; on to whoever comes next on the route.
   *
   * @param step where the officer saw the dossier stand
   */
  @Transactional
  DeskOutcome passOn(DossierId id, DeskOfficer officer, int step, String proposal) {
    return desk.carryOutAt(step, Act.PASS_ON, id, officer, passingOn(officer, proposal));
  }

  private Change passingOn(DeskOfficer officer, String proposal) {
    return Change.of(Event.PREPARED, stripped(proposal), Dossier::passOn)
        .unless(dossier -> inOtherHands(dossier, officer).or(() -> workElsewhere(dossier)));
  }

  /**
   * The same of a system that tells of steps when they are done: taken up and passed on at once.
   */
  @Transactional
  DeskOutcome takeUpAndPassOn(DossierId id, DeskOfficer officer, int step, String proposal) {
    var takeUp = desk.act(Act.TAKE_UP, takingUp(officer));
    var passOn = desk.actAt(step, Act.PASS_ON, passingOn(officer, proposal));
    return desk.carryOut(
        id,
        officer,
        dossier ->
            dossier.status() == DossierStatus.ACCEPTED ? List.of(takeUp, passOn) : List.of(passOn));
  }

  /** Not content with the preparation: it goes back to the one who made it. */
  @Transactional
  DeskOutcome sendBack(DossierId id, DeskOfficer officer, int step, String reason) {
    if (reason.isBlank()) return new ReasonMissing();
    return desk.carryOutAt(
        step,
        Act.SEND_BACK,
        id,
        officer,
        Change.of(
            Event.SENT_BACK,
            reason.strip(),
            (dossier, now) -> dossier.sendBack(preparer(dossier), now)));
  }

  /**
   * The number in the agency's register is given now; the result itself is made by a job, since
   * signing takes longer than a leader should wait.
   */
  @Transactional
  DeskOutcome approve(DossierId id, DeskOfficer officer, int step) {
    return approve(id, officer, step, null);
  }

  /**
   * @param without why it is not waited for what others were asked; null: it is waited for
   */
  @Transactional
  DeskOutcome approve(DossierId id, DeskOfficer officer, int step, @Nullable String without) {
    var outcome =
        desk.carryOutAt(
            step,
            Act.APPROVE,
            id,
            officer,
            approval(without)
                .unless(
                    dossier ->
                        fourEyes
                            .against(officer, dossier)
                            .or(() -> othersAwaited(dossier, without))));
    if (outcome instanceof Done(Dossier approved)) {
      results.order(approved, officer);
      events.publishEvent(
          new DossierApproved(
              id,
              approved.submittedCode(),
              approved.applicant().account(),
              approved.changedAt(),
              results.areMade(approved) ? Next.RESULT : Next.NOTHING));
    }
    return outcome;
  }

  /** Ends it without a result: what was asked for cannot be given. */
  @Transactional
  DeskOutcome stop(DossierId id, DeskOfficer officer, int step, String reason) {
    return stop(id, officer, step, reason, false);
  }

  /**
   * @param without whether it is not waited for what others were asked
   */
  @Transactional
  DeskOutcome stop(DossierId id, DeskOfficer officer, int step, String reason, boolean without) {
    if (reason.isBlank()) return new ReasonMissing();
    var why = reason.strip();
    var outcome =
        desk.carryOut(
            Act.STOP,
            id,
            officer,
            Change.of(Event.STOPPED, why, (dossier, now) -> dossier.stop(why, now))
                .overtakingOthers()
                .unless(
                    dossier ->
                        movedOn(dossier, step)
                            .or(() -> othersAwaited(dossier, without ? why : null))));
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

  public static Optional<DeskOutcome> inOtherHands(Dossier dossier, DeskOfficer officer) {
    return officer.mayTouch(dossier)
        ? Optional.empty()
        : Optional.of(new InOtherHands(Objects.requireNonNull(dossier.handler())));
  }

  /** Only one that does not wait for others can leave any of them unheard. */
  private static Change approval(@Nullable String without) {
    var approval = Change.of(Event.APPROVED, without, Dossier::approve);
    return without == null ? approval : approval.overtakingOthers();
  }

  /** Whom one has asked one hears, or says why not. */
  private Optional<DeskOutcome> othersAwaited(Dossier dossier, @Nullable String without) {
    return without == null && entrusted.listOf(dossier.id()).stream().anyMatch(Entrusted::waiting)
        ? Optional.of(new DeskOutcome.OpinionAwaited())
        : Optional.empty();
  }

  /** Work that others do for this step has to be given back, or taken back, first. */
  private Optional<DeskOutcome> workElsewhere(Dossier dossier) {
    return entrusted.listOf(dossier.id()).stream()
        .filter(part -> part.holds(dossier))
        .findFirst()
        .map(part -> new DeskOutcome.WorkElsewhere(part.agency()));
  }

  private static Optional<DeskOutcome> movedOn(Dossier dossier, int step) {
    return dossier.step() == step
        ? Optional.empty()
        : Optional.of(new DeskOutcome.NotNow(dossier.status()));
  }

  private @Nullable OfficerId preparer(Dossier dossier) {
    return fourEyes
        .lastPreparation(dossier)
        .map(HistoryEntry::actor)
        .map(
            actor ->
                actor instanceof Actor.AnOfficer it ? new OfficerId(it.account().value()) : null)
        .orElse(null);
  }

  private static @Nullable String stripped(String words) {
    return words.isBlank() ? null : words.strip();
  }
}
