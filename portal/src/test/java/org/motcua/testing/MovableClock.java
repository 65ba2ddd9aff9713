package org.motcua.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.motcua.platform.clock.CountryTime;

/**
 * The clock of every test context: real time, moved as far as a test asks. It is shared with the
 * context, so put it back: {@code @AfterEach void resetClock() { clock.reset(); }}.
 */
public final class MovableClock extends Clock {

  private volatile Duration moved = Duration.ZERO;

  public void advance(Duration by) {
    moved = moved.plus(by);
  }

  /** Time still passes afterwards. */
  public void moveTo(Instant instant) {
    moved = Duration.between(Instant.now(), instant);
  }

  public void reset() {
    moved = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(moved);
  }

  @Override
  public ZoneId getZone() {
    return CountryTime.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return MovableClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return MovableClock.this.withZone(other);
      }
    };
  }
}
