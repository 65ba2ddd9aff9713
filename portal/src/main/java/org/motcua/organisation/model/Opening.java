package org.motcua.organisation.model;

import java.time.Duration;
import java.time.LocalTime;

/** A stretch of one day during which an office is open. */
public record Opening(LocalTime opens, LocalTime closes) {

  public Opening {
    if (!opens.isBefore(closes)) throw new IllegalArgumentException(opens + "–" + closes);
  }

  Duration length() {
    return Duration.between(opens, closes);
  }

  boolean isMorning() {
    return opens.isBefore(LocalTime.NOON);
  }
}
