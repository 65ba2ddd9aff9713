package org.motcua.payments;

import java.time.Instant;

/**
 * Something happened to a payment. Published within the transaction that made it so: whoever needs
 * more than a moment writes down a job of his own.
 */
public sealed interface PaymentEvent
    permits PaymentSettled, PaymentClosed, PaymentReversed, PaymentRefunded {

  PaymentId id();

  /** As {@link NewPayment} had it. */
  String reference();

  /** By whom it was asked for: a module's name, or {@code client:<id>}. */
  String askedBy();

  Instant at();
}
