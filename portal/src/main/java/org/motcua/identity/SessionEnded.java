package org.motcua.identity;

/**
 * Somebody's session is over: he has signed out, here or from another device, or was signed out.
 * Published in the transaction that ends it; one that is only forgotten for lack of use ends
 * without it.
 *
 * @param account as whom he had signed in
 * @param session key of the session's {@code SessionBeginning}
 */
public record SessionEnded(AccountId account, String session) {}
