package org.motcua.payments;

import java.time.Instant;

/**
 * Money has gone back to the payer.
 *
 * @param dong with this refund
 * @param whole whether all of it is back now
 */
public record PaymentRefunded(
    PaymentId id, String reference, String askedBy, Instant at, long dong, boolean whole)
    implements PaymentEvent {}
