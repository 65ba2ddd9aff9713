package org.motcua.payments;

import java.time.Instant;

/** The bank took the money back: it is owed again, by another payment. */
public record PaymentReversed(PaymentId id, String reference, String askedBy, Instant at)
    implements PaymentEvent {}
