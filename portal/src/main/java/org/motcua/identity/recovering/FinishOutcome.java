package org.motcua.identity.recovering;

import org.motcua.identity.codes.Codes;
import org.motcua.identity.model.PasswordRules;

/** Every answer to a code and a new password. */
sealed interface FinishOutcome {
  record Finished() implements FinishOutcome {}

  record CodeRefused(Codes.Checked why) implements FinishOutcome {}

  record PasswordRefused(PasswordRules.Fault fault) implements FinishOutcome {}

  record TooBusy() implements FinishOutcome {}

  record NoLonger() implements FinishOutcome {}
}
