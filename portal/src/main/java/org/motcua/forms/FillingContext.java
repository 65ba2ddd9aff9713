package org.motcua.forms;

import java.time.Clock;
import java.time.LocalDate;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Language;

/** The day on which, and the language in which, somebody fills in a form. */
public record FillingContext(LocalDate today, Language language) {

  public static FillingContext now(Clock clock, Language language) {
    return new FillingContext(clock.instant().atZone(CountryTime.ZONE).toLocalDate(), language);
  }
}
