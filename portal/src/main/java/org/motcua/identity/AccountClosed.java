package org.motcua.identity;

import java.time.Instant;

/**
 * An account is gone: nobody signs in with it any more, and identity has forgotten who it was. What
 * other modules keep of the person by law, they keep; the rest they remove now.
 */
public record AccountClosed(AccountId account, Instant closedAt) {}
