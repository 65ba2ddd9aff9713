package org.motcua.identity.codes;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * A code that was sent and what it will open: an account's session, or a new account (sealed until
 * then).
 *
 * @param key hash of the token that the browser holds
 * @param sessionId what a right code has opened already
 */
record PendingCode(
    byte[] key,
    @Nullable AccountId account,
    byte @Nullable [] sealedRegistration,
    byte[] sealedPhone,
    byte[] codeHash,
    Instant sentAt,
    int tries,
    int resends,
    @Nullable Instant confirmedAt,
    @Nullable String sessionId,
    @Nullable String destination) {

  static final Duration VALID = Duration.ofMinutes(5);
  static final Duration BETWEEN_SENDINGS = Duration.ofSeconds(60);
  static final int TRIES = 5;
  static final int RESENDS = 5;

  /** How long a second click on "confirm" is answered like the first. */
  private static final Duration ECHO = Duration.ofSeconds(60);

  /** How long one may still ask for another code without typing the password again. */
  static final Duration REMEMBERED = Duration.ofMinutes(20);

  boolean confirmed() {
    return confirmedAt != null;
  }

  boolean echoes(Instant now) {
    return confirmedAt != null && now.isBefore(confirmedAt.plus(ECHO));
  }

  boolean expired(Instant now) {
    return !now.isBefore(sentAt.plus(VALID));
  }

  boolean usedUp() {
    return tries >= TRIES;
  }

  /**
   * @param somebody null for one who registers
   */
  boolean justSentFor(@Nullable AccountId somebody, Instant now) {
    return !confirmed()
        && Objects.equals(account, somebody)
        && !usedUp()
        && now.isBefore(sentAt.plus(BETWEEN_SENDINGS));
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
    return other instanceof PendingCode that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "PendingCode sent at " + sentAt;
  }
}
