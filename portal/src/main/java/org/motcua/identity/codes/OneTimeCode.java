package org.motcua.identity.codes;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A code that was sent for one purpose.
 *
 * @param key keyed hash of the purpose and of whom it is about
 */
record OneTimeCode(
    byte[] key,
    byte[] sealedRecipient,
    byte[] codeHash,
    Instant sentAt,
    int tries,
    int resends,
    @Nullable Instant usedAt) {

  static final Duration VALID = Duration.ofMinutes(5);
  static final Duration BETWEEN_SENDINGS = Duration.ofSeconds(60);
  static final int TRIES = 5;
  static final int RESENDS = 5;

  /** How long a second click with the right code is told from a stranger's. */
  private static final Duration ECHO = Duration.ofSeconds(60);

  /** How long one may still ask for another code. */
  static final Duration REMEMBERED = Duration.ofMinutes(20);

  boolean used() {
    return usedAt != null;
  }

  boolean echoes(Instant now) {
    return usedAt != null && now.isBefore(usedAt.plus(ECHO));
  }

  boolean expired(Instant now) {
    return !now.isBefore(sentAt.plus(VALID));
  }

  boolean usedUp() {
    return tries >= TRIES;
  }

  boolean justSent(Instant now) {
    return !used() && !usedUp() && now.isBefore(sentAt.plus(BETWEEN_SENDINGS));
  }

  boolean resendable(Instant now) {
    return !used() && now.isBefore(sentAt.plus(REMEMBERED));
  }

  Duration untilNextSending(Instant now) {
    var wait = Duration.between(now, sentAt.plus(BETWEEN_SENDINGS));
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  boolean opensWith(byte[] hash) {
    return MessageDigest.isEqual(codeHash, hash);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OneTimeCode that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "OneTimeCode sent at " + sentAt;
  }
}
