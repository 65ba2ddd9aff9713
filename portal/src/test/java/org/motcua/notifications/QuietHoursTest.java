package org.motcua.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.motcua.platform.clock.CountryTime;

class QuietHoursTest {

  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
  private static final QuietHours NOON = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 0));

  @Test
  void theNightEndsInTheMorningBeforeAndAfterMidnight() {
    assertThat(NIGHT.quietUntil(at("2026-11-22T21:00:00"))).isEqualTo(at("2026-11-23T07:00:00"));
    assertThat(NIGHT.quietUntil(at("2026-11-22T23:59:59"))).isEqualTo(at("2026-11-23T07:00:00"));
    assertThat(NIGHT.quietUntil(at("2026-11-23T00:00:00"))).isEqualTo(at("2026-11-23T07:00:00"));
    assertThat(NIGHT.quietUntil(at("2026-11-23T06:59:59"))).isEqualTo(at("2026-11-23T07:00:00"));
    assertThat(NIGHT.quietUntil(at("2026-12-31T22:00:00"))).isEqualTo(at("2027-01-01T07:00:00"));
  }

  @Test
  void byDayThePhoneMayRing() {
    assertThat(NIGHT.quietUntil(at("2026-11-23T07:00:00"))).isNull();
    assertThat(NIGHT.quietUntil(at("2026-11-23T20:59:59"))).isNull();
  }

  @Test
  void aRestAtNoonEndsTheSameDay() {
    assertThat(NOON.quietUntil(at("2026-11-23T12:00:00"))).isEqualTo(at("2026-11-23T13:00:00"));
    assertThat(NOON.quietUntil(at("2026-11-23T13:00:00"))).isNull();
    assertThat(NOON.quietUntil(at("2026-11-23T11:29:59"))).isNull();
  }

  @Test
  void hoursWithoutLengthAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
  }

  private static Instant at(String here) {
    return LocalDateTime.parse(here).atZone(CountryTime.ZONE).toInstant();
  }
}
