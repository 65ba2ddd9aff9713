package org.motcua.dossiers.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.organisation.WorkingTime;

/**
 * How long a dossier lay at each step of its route, in the agency's working time and without the
 * pauses. Every entry of a history tells on which step it happened; until then it lay there.
 */
public final class StepTimes {

  /** How much working time goes by from one instant to another. */
  @FunctionalInterface
  public interface Measure {
    WorkingTime between(Instant from, Instant to);
  }

  public enum State {
    AHEAD,
    UNDER_WAY,
    DONE
  }

  /**
   * @param officers who acted there, the first one first
   * @param from when it first came there; {@code null}: it never did
   * @param to when it last left; {@code null} while it lies there
   */
  public record StepTime(
      List<Actor> officers,
      @Nullable Instant from,
      @Nullable Instant to,
      WorkingTime allotted,
      WorkingTime used,
      State state) {

    public StepTime {
      officers = List.copyOf(officers);
    }

    public boolean inTime() {
      return used.compareTo(allotted) <= 0;
    }
  }

  private record Stay(int step, Instant from, Instant to, boolean lasting) {}

  private final List<HistoryEntry> history;
  private final List<Pause> pauses;
  private final int lastStep;
  private final Measure measure;

  private StepTimes(List<HistoryEntry> history, int lastStep, Measure measure) {
    this.history = history.stream().dropWhile(entry -> entry.status().draft()).toList();
    this.pauses = Pause.in(history);
    this.lastStep = lastStep;
    this.measure = measure;
  }

  /**
   * @param allotted to each step of the route
   * @param standsAt the step where it lies now
   */
  public static List<StepTime> of(
      List<WorkingTime> allotted,
      List<HistoryEntry> history,
      int standsAt,
      Instant now,
      Measure measure) {
    var times = new StepTimes(history, allotted.size() - 1, measure);
    var stays = times.stays(standsAt, now);
    var steps = new ArrayList<StepTime>();
    for (var step = 0; step < allotted.size(); step++) {
      steps.add(times.step(step, allotted.get(step), stays));
    }
    return steps;
  }

  private StepTime step(int step, WorkingTime allotted, List<Stay> stays) {
    var there = stays.stream().filter(stay -> stay.step() == step).toList();
    var used = there.stream().map(this::used).reduce(WorkingTime.ZERO, WorkingTime::plus);
    if (there.isEmpty()) {
      return new StepTime(officersAt(step), null, null, allotted, used, State.AHEAD);
    }
    var lasting = there.getLast().lasting();
    return new StepTime(
        officersAt(step),
        there.getFirst().from(),
        lasting ? null : there.getLast().to(),
        allotted,
        used,
        lasting ? State.UNDER_WAY : State.DONE);
  }

  private List<Stay> stays(int standsAt, Instant now) {
    var stays = new ArrayList<Stay>();
    for (var i = 0; i < history.size(); i++) {
      var entry = history.get(i);
      if (isEnd(entry)) break;
      var next = i + 1 < history.size() ? history.get(i + 1) : null;
      stays.add(
          next == null
              ? new Stay(within(standsAt), entry.at(), now, true)
              : new Stay(within(next.step()), entry.at(), next.at(), false));
    }
    return stays;
  }

  private int within(int step) {
    return Math.clamp(step, 0, lastStep);
  }

  /** A result that lies there ready waits for its applicant, not for an officer. */
  private static boolean isEnd(HistoryEntry entry) {
    return entry.status().closed() || entry.event() == Event.RESULT_READY;
  }

  private WorkingTime used(Stay stay) {
    var used = measure.between(stay.from(), stay.to());
    for (var pause : pauses) {
      var from = pause.from().isBefore(stay.from()) ? stay.from() : pause.from();
      var to = pause.to() == null || pause.to().isAfter(stay.to()) ? stay.to() : pause.to();
      if (from.isBefore(to)) used = used.minus(measure.between(from, to));
    }
    return used;
  }

  private List<Actor> officersAt(int step) {
    var officers = new LinkedHashSet<Actor>();
    for (var entry : history) {
      if (within(entry.step()) == step && isHandling(entry)) officers.add(entry.actor());
    }
    return List.copyOf(officers);
  }

  /** Who gives it to another, takes money for it or answers its applicant does not handle it. */
  private static boolean isHandling(HistoryEntry entry) {
    var byOfficer =
        switch (entry.actor()) {
          case Actor.AnOfficer here -> true;
          case Actor.AnOfficerElsewhere elsewhere -> true;
          case Actor.SomebodyOutside outside -> true;
          default -> false;
        };
    return byOfficer
        && switch (entry.event()) {
          case ASSIGNED,
              OPINION_ASKED,
              OPINION_GIVEN,
              OPINION_RECALLED,
              WORK_ENTRUSTED,
              WORK_GIVEN_BACK,
              WORK_RECALLED,
              FEE_SETTLED,
              APOLOGISED,
              WITHDRAWAL_GRANTED,
              WITHDRAWAL_DENIED,
              RESULT_CORRECTED,
              RESULT_REVOKED ->
              false;
          default -> true;
        };
  }
}
