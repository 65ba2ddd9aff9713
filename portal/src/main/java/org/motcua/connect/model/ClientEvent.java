package org.motcua.connect.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;

/**
 * A line in a client's log. It says nothing of any person.
 *
 * @param reason a code, such as OAuth's {@code invalid_grant}
 * @param detail for a developer, in English as protocols speak it
 */
public record ClientEvent(
    UUID id,
    ClientId client,
    Instant at,
    Kind kind,
    @Nullable String reason,
    @Nullable String detail) {

  public enum Kind {
    REGISTERED,
    CHANGED,
    SECRET_ADDED,
    SECRET_ENDED,
    WENT_LIVE,
    CLOSED,
    /** A person was sent to sign in with a request that is not as registered. */
    REQUEST_REFUSED,
    /** The client asked for tokens and got none. */
    TOKENS_REFUSED,
    /** Tokens were used again or stolen; the sign-on has ended. */
    MISUSE_STOPPED,
    LOGOUT_TOLD,
    LOGOUT_NOT_TOLD
  }
}
