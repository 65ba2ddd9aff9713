package org.motcua.identity.attempts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;

/**
 * What somebody at one browser has shown so far.
 *
 * @param key hash of the token that the browser holds
 * @param account null while one registers
 * @param registration the account to be, sealed; null for one who has an account
 * @param factors in the order in which they were shown
 * @param wanted what the sign-in is to reach
 * @param trusting whether this browser shall be asked for no second factor next time
 * @param resetting whether it leads to a new password in place of a forgotten one, and to no
 *     session
 * @param sessionId what it has opened
 */
record Attempt(
    byte[] key,
    @Nullable AccountId account,
    byte @Nullable [] registration,
    Set<Factor> factors,
    LevelOfAssurance wanted,
    boolean trusting,
    boolean resetting,
    @Nullable Instant finishedAt,
    @Nullable String sessionId,
    @Nullable String destination) {

  /** Time enough to find one's phone. */
  static final Duration KEPT = Duration.ofMinutes(30);

  /** How long a second click is answered like the first. */
  private static final Duration ECHO = Duration.ofSeconds(60);

  static Attempt begun(byte[] key, AccountId account, LevelOfAssurance wanted) {
    return new Attempt(key, account, null, Set.of(), wanted, false, false, null, null, null);
  }

  /** By somebody who has signed in with a password, and is to show more. */
  static Attempt goingOn(byte[] key, AccountId account) {
    return new Attempt(
        key,
        account,
        null,
        Set.of(Factor.PASSWORD),
        LevelOfAssurance.LOA2,
        false,
        false,
        null,
        null,
        null);
  }

  /** The password is forgotten, and a code to the phone has been shown. */
  static Attempt resetting(byte[] key, AccountId account) {
    return new Attempt(
        key,
        account,
        null,
        Set.of(Factor.SMS_CODE),
        LevelOfAssurance.LOA2,
        false,
        true,
        null,
        null,
        null);
  }

  static Attempt registering(byte[] key, byte[] registration) {
    return new Attempt(
        key,
        null,
        registration,
        Set.of(Factor.PASSWORD),
        LevelOfAssurance.LOA2,
        false,
        false,
        null,
        null,
        null);
  }

  boolean isOf(AccountId somebody) {
    return somebody.equals(account);
  }

  Optional<AccountId> whose() {
    return Optional.ofNullable(account);
  }

  boolean registers() {
    return registration != null;
  }

  boolean finished() {
    return finishedAt != null;
  }

  boolean endedJustNow(Instant now) {
    return finishedAt != null && now.isBefore(finishedAt.plus(ECHO));
  }

  boolean endedJustNowWith(Factor factor, Instant now) {
    return endedJustNow(now) && !factors.isEmpty() && List.copyOf(factors).getLast() == factor;
  }

  /**
   * @param trustingToo this browser shall be asked for no second factor next time
   */
  Attempt with(Factor factor, boolean trustingToo) {
    var more = new LinkedHashSet<>(factors);
    more.remove(factor);
    more.add(factor);
    return new Attempt(
        key,
        account,
        registration,
        more,
        wanted,
        trusting || trustingToo,
        resetting && factor != Factor.PASSWORD, // which has come back to mind
        finishedAt,
        sessionId,
        destination);
  }

  Attempt of(AccountId registered) {
    return new Attempt(
        key,
        registered,
        null,
        factors,
        wanted,
        trusting,
        resetting,
        finishedAt,
        sessionId,
        destination);
  }

  Attempt finished(Instant now, String session, String leadsTo) {
    return finishedAt(now, session, leadsTo);
  }

  /** It has led to no session. */
  Attempt finished(Instant now) {
    return finishedAt(now, null, null);
  }

  private Attempt finishedAt(Instant now, @Nullable String session, @Nullable String leadsTo) {
    return new Attempt(
        key, account, registration, factors, wanted, trusting, resetting, now, session, leadsTo);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attempt that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "Attempt " + factors;
  }
}
