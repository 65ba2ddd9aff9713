package org.motcua.identity.codes;

/** Every answer to a typed code. */
sealed interface ConfirmOutcome {

  /** The session is open: by this click, or by the one just before it. */
  record SignedIn(String sessionId, String destination, boolean byEarlierClick)
      implements ConfirmOutcome {}

  record Wrong(int triesLeft) implements ConfirmOutcome {}

  record Expired() implements ConfirmOutcome {}

  record TooManyTries() implements ConfirmOutcome {}

  /** Told only to one who has shown that the phone is his. */
  record NumberTaken() implements ConfirmOutcome {}

  record NothingPending() implements ConfirmOutcome {}
}
