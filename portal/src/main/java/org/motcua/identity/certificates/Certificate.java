package org.motcua.identity.certificates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * A certificate known to be an account's.
 *
 * @param removedAt since when it opens the account no more, by its holder's wish
 */
public record Certificate(
    UUID id,
    AccountId account,
    String subject,
    String issuer,
    String serial,
    Instant notAfter,
    Instant addedAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant removedAt) {}
