package org.motcua.payments.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;

/**
 * What proves that somebody has paid (biên lai). Never changed: a part that goes back makes another
 * one, and where all has gone back it is annulled.
 *
 * @param dong what was paid, less what has gone back until then
 * @param replaces the one in whose place it stands
 * @param numbered null until it has its number
 * @param certificate its verification code, once it is printed and signed
 */
public record Receipt(
    UUID id,
    PaymentId payment,
    long dong,
    @Nullable UUID replaces,
    Instant wantedAt,
    @Nullable Numbered numbered,
    @Nullable String certificate,
    @Nullable Annulment annulled) {

  private static final int DIGITS = 7;

  /**
   * @param series whose it is and its symbol: {@code 000.00.00.H49/AA-26E}
   * @param number counted from 1 without a gap
   */
  public record Numbered(String series, long number, Instant at) {

    /** As it is printed: {@code AA-26E 0000017}. */
    public String text() {
      return symbol() + " " + digits();
    }

    /** {@code AA-26E}. */
    public String symbol() {
      return series.substring(series.lastIndexOf('/') + 1);
    }

    /** {@code 0000017}. */
    public String digits() {
      return ("%0" + DIGITS + "d").formatted(number);
    }
  }

  public record Annulment(Instant at, Why why) {}

  public enum Why {
    /** All of the money has gone back to the payer. */
    REFUNDED,
    /** The bank has taken the money back. */
    REVERSED
  }

  /** Of one payment's: the one in whose place no other of them stands. */
  public static Optional<Receipt> last(Collection<Receipt> some) {
    var replaced =
        some.stream()
            .map(Receipt::replaces)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return some.stream().filter(it -> !replaced.contains(it.id())).findFirst();
  }

  /** What has gone back before it was made, in dong. */
  public long lessThan(Payment payment) {
    return payment.total() - dong;
  }
}
