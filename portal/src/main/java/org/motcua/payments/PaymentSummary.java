package org.motcua.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment is, for whoever has asked for it.
 *
 * @param page where it is seen and paid: a path of the portal
 * @param total in dong
 * @param refunded how much of it has gone back, or is on its way
 * @param paidAt null as long as it is not paid
 */
public record PaymentSummary(
    PaymentId id,
    String reference,
    String page,
    Standing standing,
    long total,
    long refunded,
    Instant expiresAt,
    @Nullable Instant paidAt) {

  /** What that means for what is paid for. */
  public enum Standing {
    OPEN,
    /** Somebody is paying at this moment, or a bank does not know yet. */
    UNDERWAY,
    PAID,
    /** Expired, cancelled, reversed, or all of it given back: it is not paid. */
    ENDED
  }
}
