package org.motcua.notifications;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.clock.CountryTime;

/** Hours of every day in which the phone stays quiet, such as from 21:00 until 07:00. */
record QuietHours(LocalTime from, LocalTime until) {

  QuietHours {
    if (from.equals(until)) throw new IllegalArgumentException("Quiet hours have a length");
  }

  /** When it may ring again; null when it may now. */
  @Nullable Instant quietUntil(Instant now) {
    var here = now.atZone(CountryTime.ZONE);
    if (!covers(here.toLocalTime())) return null;
    var end = here.with(until);
    return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
  }

  private boolean covers(LocalTime time) {
    var afterBegin = !time.isBefore(from);
    var beforeEnd = time.isBefore(until);
    var overMidnight = until.isBefore(from);
    return overMidnight ? afterBegin || beforeEnd : afterBegin && beforeEnd;
  }
}
