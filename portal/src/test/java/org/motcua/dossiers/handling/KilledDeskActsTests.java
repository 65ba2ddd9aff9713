package org.motcua.dossiers.handling;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Officers;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The connection to the database is cut before each of the steps of what officers do, the commit
 * included, and of what is done after them: nothing is half done, and the same click again leaves
 * the dossier as one that was never cut off.
 */
class KilledDeskActsTests extends DossiersTest {

  private static final String WHY = "Trẻ đã được đăng ký khai sinh tại Hà Nội.";

  private static final Click WITHDRAW = new Click(null, "withdrawal");
  private static final Click ACCEPT = reception("acceptance");
  private static final Click PAY = reception("fee", "means", "CARD");
  private static final Click TAKE_UP = new Click(Officers.hongHaSpecialist(), "handling");
  private static final Click PASS_ON =
      new Click(Officers.hongHaSpecialist(), "preparation", "step", "1", "note", "Đủ điều kiện");
  private static final Click APPROVE = leader("step", "2", "verdict", "approve");

  @Autowired DossierStore dossiers;
  @Autowired MakeResult makeResult;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  /**
   * @param officer null: the applicant
   */
  private record Click(@Nullable CurrentUser officer, String what, String... fields) {}

  /**
   * @param before what was done to the dossier that was handed in
   * @param notice what the applicant is told; null: nothing
   */
  private record Case(Event event, @Nullable String notice, Click act, Click... before) {

    @Override
    public String toString() {
      return event.name();
    }
  }

  static Stream<Case> acts() {
    return Stream.of(
        new Case(Event.ACCEPTED, "accepted", ACCEPT),
        new Case(Event.REFUSED, "refused", reception("refusal", "reason", WHY)),
        new Case(
            Event.ADDITIONS_REQUESTED,
            "additions_requested",
            reception("addition-request", "point:child.givenName", "Ghi đúng như giấy chứng sinh")),
        new Case(
            Event.WITHDRAWAL_GRANTED,
            "stopped",
            reception("withdrawal", "note", "Theo đề nghị của người nộp"),
            WITHDRAW),
        new Case(
            Event.WITHDRAWAL_DENIED,
            "withdrawal_denied",
            reception("withdrawal-denial", "reason", WHY),
            WITHDRAW),
        new Case(
            Event.ASSIGNED,
            null,
            new Click(
                Officers.hongHaLeader(),
                "assignment",
                "officer",
                Officers.hongHaSpecialist().id().toString()),
            ACCEPT),
        new Case(Event.TAKEN_UP, null, TAKE_UP, ACCEPT),
        new Case(Event.PREPARED, null, PASS_ON, ACCEPT, TAKE_UP),
        new Case(
            Event.SENT_BACK,
            null,
            leader("step", "2", "verdict", "back", "reason", WHY),
            ACCEPT,
            TAKE_UP,
            PASS_ON),
        new Case(
            Event.STOPPED,
            "stopped",
            leader("step", "2", "verdict", "stop", "reason", WHY),
            ACCEPT,
            TAKE_UP,
            PASS_ON),
        new Case(Event.APPROVED, "approved", APPROVE, ACCEPT, TAKE_UP, PASS_ON),
        new Case(
            Event.RESULT_HANDED_OVER,
            "handed_over",
            reception("return", "takenBy", "Nguyễn Thị Mai"),
            ACCEPT,
            PAY,
            TAKE_UP,
            PASS_ON,
            APPROVE),
        new Case(Event.FEE_SETTLED, null, PAY, ACCEPT));
  }

  private static Click reception(String what, String... fields) {
    return new Click(Officers.hongHaReception(), what, fields);
  }

  private static Click leader(String... fields) {
    return new Click(Officers.hongHaLeader(), "decision", fields);
  }

  @ParameterizedTest
  @MethodSource("acts")
  void whereverAnActIsCutOffNothingIsHalfDoneAndTheSameClickDoesItOnce(Case act) {
    var neverCutOff = afterwards(act.before());
    var steps = Statements.of(() -> done(act.act(), neverCutOff));
    settle(neverCutOff.id());

    var filed = afterwards(act.before());
    var before = standing(filed.id());
    var step = 1;
    for (var answer = cutOffBefore(step, act.act(), filed);
        standing(filed.id()).equals(before);
        answer = cutOffBefore(++step, act.act(), filed)) {
      assertThat(step).as("steps until it is kept").isLessThanOrEqualTo(steps.size());
      assertThat(answer).as("cut off before %s", steps.get(step - 1)).hasStatus(503);
    }
    assertThat(steps.subList(0, step - 1)).as("what it was cut off before").contains("commit");

    send(act.act(), filed);
    settle(filed.id());
    assertThat(outcome(filed)).isEqualTo(outcome(neverCutOff));
    assertThat(eventsOf(filed.id())).containsOnlyOnce(act.event());
    if (act.notice() != null) {
      assertThat(births.noticesTo(filed.applicant()))
          .containsEntry("dossiers.notice." + act.notice(), 1);
    }
  }

  @Test
  void whereverTheMakingOfAResultIsCutOffThereIsOneInTheEndAndTheApplicantIsToldOnce() {
    var neverCutOff = approvedWithoutOrder();
    var itsOrder = orderFor(neverCutOff.id());
    var steps = Statements.of(() -> makeResult.make(itsOrder));

    var filed = approvedWithoutOrder();
    var order = orderFor(filed.id());
    for (var step = 1; dossier(filed.id()).result() == null; step++) {
      assertThat(step).isLessThanOrEqualTo(steps.size() + 1);
      assertThat(eventsOf(filed.id())).last().isEqualTo(Event.APPROVED);
      var before = step;
      var killed =
          catchThrowable(() -> Statements.cutOffBefore(before, () -> makeResult.make(order)));
      if (dossier(filed.id()).result() == null) assertThat(killed).isNotNull();
    }
    makeResult.make(order);

    settle(filed.id());
    settle(neverCutOff.id());
    assertThat(outcome(filed)).isEqualTo(outcome(neverCutOff));
    assertThat(eventsOf(filed.id())).containsOnlyOnce(Event.RESULT_READY);
    assertThat(births.noticesTo(filed.applicant()))
        .containsEntry("dossiers.notice.ready_at_counter", 1);
    assertThat(count("documents.certificate where subject like '%' || :id", filed.id())).isOne();
  }

  private record Filed(DossierId id, CurrentUser applicant) {}

  private Filed afterwards(Click... clicks) {
    var filed = submittedForTheCounter();
    for (var click : clicks) done(click, filed);
    settle(filed.id());
    return filed;
  }

  private Filed submittedForTheCounter() {
    var mother = births.mother();
    var id = births.complete(mother);
    assertThat(as(mother).send(mine(id) + "/submission", "declared", "true", "delivery", "COUNTER"))
        .hasStatus3xxRedirection();
    return new Filed(id, mother);
  }

  /** Decided, but the order of the result is lost: it is made when the test wants it. */
  private Filed approvedWithoutOrder() {
    var filed = afterwards(ACCEPT, TAKE_UP, PASS_ON);
    transaction.executeWithoutResult(
        status -> {
          done(APPROVE, filed);
          jdbc.sql("delete from platform.scheduled_tasks where task_instance = :id")
              .param("id", filed.id().toString())
              .update();
        });
    settle(filed.id());
    return filed;
  }

  private ResultOrder orderFor(DossierId id) {
    var agency = dossier(id).decidingAgency();
    var number =
        requireNonNull(
            transaction.execute(
                status -> dossiers.nextInRegister(agency, BirthDrafts.SERVICE, 2026)));
    return new ResultOrder(
        id.value(), number + "/2026", LocalDate.of(2026, 11, 21), "Đỗ Minh Quân");
  }

  private void done(Click click, Filed filed) {
    assertThat(send(click, filed)).as(click.what()).hasStatus3xxRedirection();
  }

  private MvcTestResult send(Click click, Filed filed) {
    var officer = click.officer();
    return officer == null
        ? as(filed.applicant()).send(mine(filed.id()) + "/" + click.what(), click.fields())
        : as(officer).send(desk(filed.id()) + "/" + click.what(), click.fields());
  }

  private MvcTestResult cutOffBefore(int step, Click click, Filed filed) {
    var answer = new AtomicReference<@Nullable MvcTestResult>();
    Statements.cutOffBefore(step, () -> answer.set(send(click, filed)));
    return requireNonNull(answer.get());
  }

  /** Everybody is told, and the result is made where one was ordered. */
  private void settle(DossierId id) {
    await()
        .atMost(ofSeconds(30))
        .pollInterval(ofSeconds(1).dividedBy(50))
        .until(() -> eventsAndJobs(id) == 0);
  }

  private int eventsAndJobs(DossierId id) {
    return count("platform.event_publication where serialized_event like '%' || :id || '%'", id)
        + count("platform.scheduled_tasks where task_instance = :id", id);
  }

  /** All that an act could leave half done. */
  private record Standing(
      Dossier dossier, List<HistoryEntry> history, int requests, int audited, int toDo) {}

  private Standing standing(DossierId id) {
    return new Standing(
        dossier(id),
        dossiers.historyOf(id),
        dossiers.countRequests(id),
        count("platform.audit_entry where object_id = :id", id),
        eventsAndJobs(id));
  }

  /** What one dossier has in common with another to which the same was done. */
  private record Outcome(
      DossierStatus status,
      int step,
      boolean inHand,
      boolean hasResult,
      int requests,
      @Nullable String reason,
      List<Event> events,
      Map<String, Integer> notices) {}

  private Outcome outcome(Filed filed) {
    var now = dossier(filed.id());
    return new Outcome(
        now.status(),
        now.step(),
        now.handler() != null,
        now.result() != null,
        dossiers.countRequests(filed.id()),
        now.reason(),
        eventsOf(filed.id()),
        births.noticesTo(filed.applicant()));
  }

  private List<Event> eventsOf(DossierId id) {
    return new ArrayList<>(dossiers.historyOf(id).stream().map(HistoryEntry::event).toList());
  }

  private int count(String rows, DossierId id) {
    return jdbc.sql("select count(*) from " + rows)
        .param("id", id.toString())
        .query(Integer.class)
        .single();
  }
}
