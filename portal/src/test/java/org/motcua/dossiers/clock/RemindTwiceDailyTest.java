package org.motcua.dossiers.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.platform.clock.CountryTime;

class RemindTwiceDailyTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T07:29, 2026-11-20T07:30",
    "2026-11-20T07:31, 2026-11-20T13:00",
    "2026-11-20T13:01, 2026-11-21T07:30",
    "2026-11-20T23:59, 2026-11-21T07:30"
  })
  void officersAreRemindedInTheMorningAndAtNoonByTheCountrysTime(
      LocalDateTime done, LocalDateTime next) {
    var complete = ExecutionComplete.simulatedSuccess(here(done));
    assertThat(RemindTwiceDaily.SCHEDULE.getNextExecutionTime(complete)).isEqualTo(here(next));
  }

  private static Instant here(LocalDateTime time) {
    return time.atZone(CountryTime.ZONE).toInstant();
  }
}
