package org.motcua.identity.closing;

/** Every answer to "close my account". */
sealed interface ClosingOutcome {
  record Closing() implements ClosingOutcome {}

  record PasswordWrong() implements ClosingOutcome {}

  record NotAgreed() implements ClosingOutcome {}

  record TooManyTries() implements ClosingOutcome {}

  record TooBusy() implements ClosingOutcome {}
}
