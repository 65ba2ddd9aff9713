package org.motcua.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * A payment has its signed receipt, or another one in the place of the first since a part of the
 * money went back. Published within the transaction that makes it known.
 *
 * @param payer null for somebody without an account
 * @param certificate its verification code
 * @param former that of the one in whose place it stands
 */
public record ReceiptIssued(
    PaymentId id,
    String reference,
    String askedBy,
    @Nullable AccountId payer,
    String certificate,
    @Nullable String former,
    Instant at) {}
