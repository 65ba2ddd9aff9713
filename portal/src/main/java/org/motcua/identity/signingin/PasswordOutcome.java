package org.motcua.identity.signingin;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * Every answer to a password. Those but the first two are the same for accounts that do not exist.
 */
sealed interface PasswordOutcome {

  record Right(AccountId account) implements PasswordOutcome {}

  /** Told only to one who knows the password. */
  record ShutOut() implements PasswordOutcome {}

  record Wrong(int triesLeft) implements PasswordOutcome {}

  record Paused(Instant until) implements PasswordOutcome {}

  record AddressSlowedDown() implements PasswordOutcome {}

  /** Too many tries for this name from everywhere; not from a browser its owner has used. */
  record AccountSlowedDown() implements PasswordOutcome {}

  record TooBusy() implements PasswordOutcome {}
}
