package org.motcua.identity.verifying;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * Somebody wants to be compared with the registers.
 *
 * @param tries how often the registers were asked in vain
 * @param outcome null while it waits for a register to be in order
 */
public record VerificationRequest(
    UUID id, AccountId account, Instant askedAt, int tries, @Nullable Outcome outcome) {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 7;
  private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

  public boolean waiting() {
    return outcome == null;
  }

  /** Half a minute, a minute, two …: in the end every hour or so. */
  Duration pause() {
    return SHORTEST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
  }

  boolean hopeless(Instant now) {
    return askedAt.plus(GIVE_UP_AFTER).isBefore(now);
  }
}
