package org.motcua.payments;

import java.time.Instant;

/**
 * Nobody pays it any more, since its time has run out or it was cancelled. Money that comes all the
 * same for one that has only run out settles it yet.
 */
public record PaymentClosed(
    PaymentId id, String reference, String askedBy, Instant at, boolean expired)
    implements PaymentEvent {}
