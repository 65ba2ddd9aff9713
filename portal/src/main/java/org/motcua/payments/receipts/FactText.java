package org.motcua.payments.receipts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.motcua.payments.Fact;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;

/** What is known of a payment, as people write it. */
public final class FactText {

  /** Days, months and moments are written out; all else stays as it came. */
  public static String of(Fact fact, String value, Formats formats) {
    try {
      return switch (fact) {
        case DECISION_DATE -> formats.date(LocalDate.parse(value));
        case OFFENCE_AT -> moment(value, formats);
        case PERIOD -> month(YearMonth.parse(value));
        default -> value;
      };
    } catch (DateTimeException e) {
      return value;
    }
  }

  private static String moment(String value, Formats formats) {
    var at = LocalDateTime.parse(value.replace(' ', 'T'));
    return formats.dateTime(at.atZone(CountryTime.ZONE).toInstant());
  }

  private static String month(YearMonth month) {
    return "%02d/%d".formatted(month.getMonthValue(), month.getYear());
  }

  private FactText() {}
}
