package org.motcua.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody gave a wrong password.
 *
 * @param account null where nobody has the name that was typed: that is worth the same work, so
 *     that the time it takes does not tell who has an account
 */
public record SignInFailed(
    @Nullable AccountId account, String address, String browser, Instant at) {}
