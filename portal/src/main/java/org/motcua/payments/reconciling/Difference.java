package org.motcua.payments.reconciling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What our books and the gateway's file do not agree on.
 *
 * @param what {@code MISSING_HERE}, {@code MISSING_THERE} or {@code OTHER_AMOUNT}
 * @param kind {@code PAY} or {@code REFUND}
 * @param line of the gateway's file; null where it has none
 * @param ours in dong; null where we have none
 * @param status {@code OPEN}, {@code ACCEPTED} or {@code CARRIED}
 */
public record Difference(
    UUID id,
    String way,
    LocalDate day,
    String what,
    String kind,
    String ref,
    String transaction,
    @Nullable Long line,
    @Nullable Long ours,
    @Nullable Long theirs,
    String status,
    @Nullable String reason) {

  /** By how much the gateway's net sum is above ours because of it, in dong. */
  public long surplusThere() {
    var more = (theirs == null ? 0 : theirs) - (ours == null ? 0 : ours);
    return kind.equals("REFUND") ? -more : more;
  }
}
