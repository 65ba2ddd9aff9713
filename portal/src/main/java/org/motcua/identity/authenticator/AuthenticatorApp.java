package org.motcua.identity.authenticator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's enrolled app.
 *
 * @param lastStep the newest time step whose code has been used; none up to it serves again
 * @param failures wrong codes since the last right one
 */
public record AuthenticatorApp(
    byte[] sealedSecret,
    long lastStep,
    int failures,
    @Nullable Instant pausedUntil,
    Instant addedAt,
    @Nullable Instant lastUsedAt) {}
