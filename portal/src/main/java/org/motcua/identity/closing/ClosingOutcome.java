package org.motcua.identity.closing;

import java.time.Instant;

/** Every answer to "close my account". */
sealed interface ClosingOutcome {
  record Closing(Instant at) implements ClosingOutcome {}

  record PasswordWrong() implements ClosingOutcome {}

  record NotAgreed() implements ClosingOutcome {}

  record TooManyTries() implements ClosingOutcome {}

  record TooBusy() implements ClosingOutcome {}
}
