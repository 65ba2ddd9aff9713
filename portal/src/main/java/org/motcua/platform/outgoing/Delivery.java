package org.motcua.platform.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one message is.
 *
 * @param shownTo as much of the address as its owner may be shown, such as {@code …001}
 * @param at when it came to this state; of one that is held, when it will go
 * @param tries how often it was tried to hand it over
 */
public record Delivery(Way way, String shownTo, State state, @Nullable Instant at, int tries) {

  public enum State {
    /** Until a time that was asked for. */
    HELD,
    WAITING,
    /** The operator, or the mail server, has taken it. */
    SENT,
    /** The operator has told that it has arrived. Mail servers tell nothing. */
    DELIVERED,
    /** It was refused for good, or the operator has told that it will not arrive. */
    FAILED,
    /** Nobody took it in all the time in which it was worth sending. */
    GIVEN_UP
  }
}
