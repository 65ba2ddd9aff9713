package org.motcua.payments.reconciling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day of one way to pay, in Viet Nam's time.
 *
 * @param file the gateway's that stands; null until it has come
 * @param matched how many lines agree
 * @param open differences that somebody still has to see to
 */
public record Day(
    String way,
    LocalDate day,
    @Nullable UUID file,
    @Nullable Instant comparedAt,
    long matched,
    Sums ours,
    Sums theirs,
    long open,
    @Nullable Signature signed,
    @Nullable Signature closed) {

  /** Whether its file is our bank's statement. */
  public boolean ofTransfers() {
    return way.equals(DayFileSource.TRANSFERS);
  }

  /** In dong. */
  public record Sums(long paid, long refunded) {

    public long net() {
      return paid - refunded;
    }
  }

  /**
   * @param by as the audit trail names people
   */
  public record Signature(String by, Instant at) {}
}
