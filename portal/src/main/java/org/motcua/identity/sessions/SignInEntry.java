package org.motcua.identity.sessions;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Factor;

/**
 * A sign-in or, for an hour and a network together, wrong passwords.
 *
 * @param times how many, if they failed
 * @param sessionMac by which the session is known that it opened
 */
record SignInEntry(
    UUID id,
    Instant at,
    boolean succeeded,
    int times,
    Set<Factor> factors,
    BrowserName browser,
    Network network,
    boolean newBrowser,
    byte @Nullable [] sessionMac) {}
