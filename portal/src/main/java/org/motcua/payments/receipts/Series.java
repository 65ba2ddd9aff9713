package org.motcua.payments.receipts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;
import org.motcua.payments.Purpose;
import org.motcua.platform.clock.CountryTime;

/**
 * In which series a receipt is numbered (Decree 123/2020): that of the agency that issues it, of
 * the kind of money, and of the year; each begins at 1.
 */
final class Series {

  private static final int CENTURY = 100;

  /** {@code 000.00.00.H49/AA-26E}: two letters for the kind, the year, E for electronic. */
  static String of(AgencyId issuer, Purpose purpose, Instant now) {
    var year = now.atZone(CountryTime.ZONE).getYear() % CENTURY;
    return "%s/%s-%02dE".formatted(issuer.value(), letters(purpose), year);
  }

  private static String letters(Purpose purpose) {
    return switch (purpose) {
      case FEE -> "AA";
      case JUDICIAL_CHARGE -> "AB";
      case FINE -> "AC";
      case CONTRIBUTION -> "AD";
      case TAX -> "AE";
      case BILL -> "AG";
    };
  }

  /** The form after which it is printed; null where the decree has none. */
  static @Nullable String form(Purpose purpose) {
    return switch (purpose) {
      case FEE -> "01BLP0-001";
      case JUDICIAL_CHARGE, FINE, CONTRIBUTION, TAX, BILL -> null;
    };
  }

  private Series() {}
}
