package org.motcua.payments.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;

/**
 * Money that goes back to whoever has paid.
 *
 * @param attempt by which it came
 * @param surplus nothing was owed for it: it never was a beneficiary's, and no payment is changed
 * @param destination another account than the one that it came from; null: the same way back
 * @param orderedBy as the audit trail names people
 * @param decided who agreed or declined where two were needed
 * @param transaction the gateway's number of it
 * @param lookAt when to send it or to ask how far it is; null: there is nothing to do at present
 */
public record Refund(
    UUID id,
    PaymentId payment,
    UUID attempt,
    long dong,
    boolean surplus,
    String reason,
    RefundStatus status,
    @Nullable Destination destination,
    Instant orderedAt,
    String orderedBy,
    @Nullable Decision decided,
    @Nullable Instant endedAt,
    @Nullable String transaction,
    @Nullable String problem,
    @Nullable Instant lookAt) {

  /**
   * @param bank six digits
   */
  public record Destination(String bank, String account, String name) {}

  public record Decision(Instant at, String by) {}
}
