package org.motcua.payments.gateway.vnpay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.clock.CountryTime;

/** Times as the protocol writes them: {@code yyyyMMddHHmmss}, by the country's clock. */
final class VnpayTime {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  static String written(Instant at) {
    return FORM.format(at.atZone(CountryTime.ZONE));
  }

  /** What cannot be read was now, as far as we know. */
  static Instant read(@Nullable String text, Instant now) {
    if (text == null) return now;
    try {
      return LocalDateTime.parse(text, FORM).atZone(CountryTime.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      return now;
    }
  }

  private VnpayTime() {}
}
