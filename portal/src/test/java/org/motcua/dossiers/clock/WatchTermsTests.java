package org.motcua.dossiers.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A birth is registered within a working day; 23 November 2026 is a Monday. */
class WatchTermsTests extends DossiersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired ApologiseForLate late;
  @Autowired RemindOfficers reminders;
  @Autowired DossierStore dossiers;
  @Autowired ApologyStore apologies;
  @Autowired JdbcClient jdbc;

  @Test
  void whoseTermRunsOutWithoutAWordGetsAnApologyAndANewAppointmentOnce() {
    goTo(MONDAY, LocalTime.of(8, 0));
    var id = submittedBy(births.mother());
    late.apologise();
    assertThat(apologies.find(id)).isEmpty();

    goTo(MONDAY.plusDays(2), LocalTime.of(8, 0));
    AtOnce.both(
        () -> {
          late.apologise();
          return true;
        },
        () -> {
          late.apologise();
          return true;
        });
    var apology = apologies.find(id).orElseThrow();
    assertThat(apology.by()).isNull();
    assertThat(apology.promisedAt()).isAfter(apology.madeAt()).isAfter(apology.dueAt());
    assertThat(dossier(id).term().promisedAt()).isEqualTo(apology.promisedAt());
    assertThat(dossier(id).term().late(apology.promisedAt())).isTrue();
    assertThat(dossiers.historyOf(id).stream().filter(e -> e.event() == Event.APOLOGISED))
        .hasSize(1);

    goTo(MONDAY.plusDays(20), LocalTime.of(8, 0));
    late.apologise();
    assertThat(apologies.find(id)).contains(apology);
  }

  @Test
  void nobodyApologisesWhileTheApplicantIsWaitedFor() {
    goTo(MONDAY, LocalTime.of(8, 0));
    var id = submittedBy(births.mother());
    as(Officers.hongHaReception())
        .send(desk(id) + "/addition-request", "point:whole", "Thiếu giấy chứng sinh");
    goTo(MONDAY.plusDays(5), LocalTime.of(8, 0));
    late.apologise();
    assertThat(apologies.find(id)).isEmpty();
  }

  @Test
  void officersHearInTheMorningAndAtNoonWhatPresses() {
    goTo(MONDAY, LocalTime.of(8, 0));
    submittedBy(births.mother());
    goTo(MONDAY, LocalTime.of(10, 0));
    reminders.remind();
    reminders.remind();
    assertThat(messagesTo(Officers.hongHaReception().id().toString(), "2026-11-23-am")).isOne();
    goTo(MONDAY, LocalTime.of(14, 0));
    reminders.remind();
    assertThat(messagesTo(Officers.hongHaReception().id().toString(), "2026-11-23-pm")).isOne();
    goTo(MONDAY, LocalTime.of(20, 0));
    reminders.remind();
    assertThat(messagesTo(Officers.hongHaReception().id().toString(), "2026-11-23-pm")).isOne();
  }

  @Test
  void theFirstAnswerIsDueAfterEightWorkingHours() {
    goTo(MONDAY, LocalTime.of(8, 0));
    var term = dossier(submittedBy(births.mother())).term();
    // Half an hour of Monday had gone by, and Tuesday was Culture Day.
    assertThat(requireNonNull(term.answerBy()).atZone(CountryTime.ZONE).toLocalDateTime())
        .isEqualToIgnoringSeconds(MONDAY.plusDays(2).atTime(8, 0));
  }

  private int messagesTo(String officer, String half) {
    return jdbc.sql(
            """
            select count(*) from notifications.message
             where account_id = :officer::uuid and once_key like 'dossiers.reminder:%' || :half
            """)
        .param("officer", officer)
        .param("half", half)
        .query(Integer.class)
        .single();
  }
}
