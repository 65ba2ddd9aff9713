package org.motcua.simulators.outside.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** From when until when a certificate holds. */
record Validity(Instant from, Instant until) {

  // Clocks of those who check may be behind ours.
  private static final Duration BEFOREHAND = Duration.ofHours(1);

  static Validity years(int years, Instant now) {
    return new Validity(now.minus(BEFOREHAND), now.plus(Duration.ofDays(365L * years)));
  }

  /** One that has run out the day before: to see it refused. */
  static Validity past(Instant now) {
    return new Validity(now.minus(Duration.ofDays(366)), now.minus(Duration.ofDays(1)));
  }

  Date notBefore() {
    return Date.from(from);
  }

  Date notAfter() {
    return Date.from(until);
  }
}
