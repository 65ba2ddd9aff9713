package org.motcua.identity;

import java.time.Instant;

/**
 * The holder of an account has it back: what was added to it since then to prove who he is was
 * somebody else's, and serves no more. Sessions and remembered browsers have ended already.
 */
public record AccountReclaimed(AccountId account, Instant since) {}
