package org.motcua.identity.signingin;

import java.time.Instant;

/** Every answer to a password. Those but the first are the same for accounts that do not exist. */
sealed interface PasswordOutcome {
  /**
   * @param token for the browser's cookie: it and the code together open the session
   */
  record CodeSent(String token) implements PasswordOutcome {}

  record TooManyCodes() implements PasswordOutcome {}

  record Wrong(int triesLeft) implements PasswordOutcome {}

  record Paused(Instant until) implements PasswordOutcome {}

  record AddressSlowedDown() implements PasswordOutcome {}

  record TooBusy() implements PasswordOutcome {}
}
