package org.motcua.identity.signingin;

import org.motcua.identity.codes.Codes.Checked;

/** Every answer to a typed code. */
sealed interface ConfirmOutcome {

  /** It was right, by this click or by the one just before it. */
  record Confirmed(String destination) implements ConfirmOutcome {}

  record NotConfirmed(Checked why) implements ConfirmOutcome {}

  /** Told only to one who has shown that the phone is his. */
  record NumberTaken() implements ConfirmOutcome {}

  record NothingWaiting() implements ConfirmOutcome {}
}
