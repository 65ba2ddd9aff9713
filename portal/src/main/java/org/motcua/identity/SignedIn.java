package org.motcua.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody has signed in; published in the transaction that opens the session.
 *
 * @param address the network address it came from
 * @param browser what the browser calls itself
 * @param newBrowser whether this account was never signed in to from it before
 */
public record SignedIn(
    AccountId account,
    Set<Factor> factors,
    LevelOfAssurance level,
    String address,
    String browser,
    boolean newBrowser,
    Instant at) {}
