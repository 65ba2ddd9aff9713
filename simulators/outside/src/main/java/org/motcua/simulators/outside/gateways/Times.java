package org.motcua.simulators.outside.gateways;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Page;

/** {@code yyyyMMddHHmmss} by the country's clock, as the protocol writes times. */
public final class Times {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  public static String written(Instant at) {
    return FORM.format(at.atZone(Page.COUNTRY_TIME));
  }

  public static Optional<Instant> read(@Nullable String text) {
    if (text == null) return Optional.empty();
    try {
      return Optional.of(LocalDateTime.parse(text, FORM).atZone(Page.COUNTRY_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Times() {}
}
