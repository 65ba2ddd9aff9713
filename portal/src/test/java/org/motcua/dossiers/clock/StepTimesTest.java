package org.motcua.dossiers.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.clock.StepTimes.State;
import org.motcua.dossiers.clock.StepTimes.StepTime;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.AccountId;
import org.motcua.organisation.WorkingTime;

/** Offices that never close, so that hours are hours. */
class StepTimesTest {

  private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");
  private static final Actor MAI = new Actor.TheApplicant("Nguyễn Thị Mai");
  private static final Actor TRANG = officer("Phạm Thu Trang");
  private static final Actor LONG = officer("Vũ Đức Long");
  private static final Actor QUAN = officer("Đỗ Minh Quân");
  private static final List<WorkingTime> ROUTE =
      List.of(
          WorkingTime.hours(2), WorkingTime.hours(8), WorkingTime.hours(1), WorkingTime.hours(1));

  private final List<HistoryEntry> history = new ArrayList<>();

  @Test
  void eachStepHasTheTimeUntilTheNextOneBegan() {
    happened(0, Event.SUBMITTED, DossierStatus.REGISTERED, 0, MAI);
    happened(1, Event.ACCEPTED, DossierStatus.ACCEPTED, 0, TRANG);
    happened(3, Event.TAKEN_UP, DossierStatus.IN_PROCESS, 1, LONG);
    happened(6, Event.PREPARED, DossierStatus.IN_PROCESS, 1, LONG);
    happened(8, Event.APPROVED, DossierStatus.FINISHED, 2, QUAN);
    happened(8, Event.RESULT_RETURNED, DossierStatus.RETURNED, 3, new Actor.ThePortal());

    var steps = steps(3, 100);
    assertThat(steps)
        .extracting(StepTime::used)
        .containsExactly(hours(1), hours(5), hours(2), hours(0));
    assertThat(steps).extracting(StepTime::inTime).containsExactly(true, true, false, true);
    assertThat(steps).extracting(StepTime::state).containsOnly(State.DONE);
    assertThat(steps)
        .extracting(StepTime::officers)
        .containsExactly(List.of(TRANG), List.of(LONG), List.of(QUAN), List.of());
  }

  @Test
  void waitingForTheApplicantIsNobodysTime() {
    happened(0, Event.SUBMITTED, DossierStatus.REGISTERED, 0, MAI);
    happened(1, Event.ADDITIONS_REQUESTED, DossierStatus.ADDITIONS_REQUESTED, 0, TRANG);
    happened(51, Event.ADDITIONS_SUPPLIED, DossierStatus.REGISTERED, 0, MAI);
    happened(52, Event.ACCEPTED, DossierStatus.ACCEPTED, 0, TRANG);

    var steps = steps(1, 54);
    assertThat(steps.getFirst().used()).isEqualTo(hours(2));
    assertThat(steps.getFirst().inTime()).isTrue();
    assertThat(steps.get(1).state()).isEqualTo(State.UNDER_WAY);
    assertThat(steps.get(1).used()).isEqualTo(hours(2));
    assertThat(steps.get(2).state()).isEqualTo(State.AHEAD);
  }

  @Test
  void aStepThatIsGoneThroughTwiceHasTheTimeOfBoth() {
    happened(0, Event.SUBMITTED, DossierStatus.REGISTERED, 0, MAI);
    happened(1, Event.ACCEPTED, DossierStatus.ACCEPTED, 0, TRANG);
    happened(2, Event.ASSIGNED, DossierStatus.ACCEPTED, 1, QUAN);
    happened(3, Event.TAKEN_UP, DossierStatus.IN_PROCESS, 1, LONG);
    happened(4, Event.PREPARED, DossierStatus.IN_PROCESS, 1, LONG);
    happened(6, Event.SENT_BACK, DossierStatus.IN_PROCESS, 2, QUAN);
    happened(9, Event.PREPARED, DossierStatus.IN_PROCESS, 1, LONG);

    var steps = steps(2, 10);
    assertThat(steps.get(1).used()).isEqualTo(hours(6));
    assertThat(steps.get(1).officers()).containsExactly(LONG);
    assertThat(steps.get(2).used()).isEqualTo(hours(3));
    assertThat(steps.get(2).inTime()).isFalse();
  }

  @Test
  void aResultThatLiesReadyWaitsForItsApplicant() {
    happened(0, Event.SUBMITTED, DossierStatus.REGISTERED, 0, MAI);
    happened(1, Event.ACCEPTED, DossierStatus.ACCEPTED, 0, TRANG);
    happened(2, Event.PREPARED, DossierStatus.IN_PROCESS, 1, LONG);
    happened(3, Event.APPROVED, DossierStatus.FINISHED, 2, QUAN);
    happened(4, Event.RESULT_READY, DossierStatus.FINISHED, 3, new Actor.ThePortal());
    happened(90, Event.RESULT_HANDED_OVER, DossierStatus.RETURNED, 3, TRANG);

    var last = steps(3, 100).getLast();
    assertThat(last.used()).isEqualTo(hours(1));
    assertThat(last.officers()).containsExactly(TRANG);
  }

  @Test
  void afterARefusalNoStepIsUnderWay() {
    happened(0, Event.SUBMITTED, DossierStatus.REGISTERED, 0, MAI);
    happened(1, Event.REFUSED, DossierStatus.REFUSED, 0, TRANG);

    assertThat(steps(0, 100))
        .extracting(StepTime::state)
        .containsExactly(State.DONE, State.AHEAD, State.AHEAD, State.AHEAD);
  }

  @Test
  void aFeePaidWhileAdditionsAreAwaitedEndsNoPause() {
    happened(0, Event.SUBMITTED, DossierStatus.REGISTERED, 0, MAI);
    happened(1, Event.ADDITIONS_REQUESTED, DossierStatus.ADDITIONS_REQUESTED, 0, TRANG);
    happened(2, Event.FEE_SETTLED, DossierStatus.ADDITIONS_REQUESTED, 0, TRANG);
    happened(9, Event.WITHDRAWAL_REQUESTED, DossierStatus.WITHDRAWAL_REQUESTED, 0, MAI);

    assertThat(Pause.in(history)).containsExactly(new Pause(Pause.Why.ADDITIONS, at(1), null));
    assertThat(steps(0, 30).getFirst().used()).isEqualTo(hours(1));
  }

  private List<StepTime> steps(int standsAt, int now) {
    return StepTimes.of(
        ROUTE,
        history,
        standsAt,
        at(now),
        (from, to) -> new WorkingTime(Duration.between(from, to)));
  }

  private void happened(int hour, Event event, DossierStatus status, int step, Actor actor) {
    history.add(new HistoryEntry(at(hour), event, status, step, actor, null));
  }

  private static Instant at(int hour) {
    return NINE.plus(Duration.ofHours(hour));
  }

  private static WorkingTime hours(int hours) {
    return WorkingTime.hours(hours);
  }

  private static Actor officer(String name) {
    return new Actor.AnOfficer(new AccountId(UUID.randomUUID()), name);
  }
}
