package org.motcua.payments;

import java.time.Instant;

/** The money is there; a receipt follows. */
public record PaymentSettled(PaymentId id, String reference, String askedBy, Instant at, long dong)
    implements PaymentEvent {}
