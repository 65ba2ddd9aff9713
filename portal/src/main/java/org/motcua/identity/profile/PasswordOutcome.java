package org.motcua.identity.profile;

import org.motcua.identity.model.PasswordRules;

/** Every answer to a new password. */
sealed interface PasswordOutcome {
  record Changed() implements PasswordOutcome {}

  record CurrentWrong() implements PasswordOutcome {}

  record TooManyTries() implements PasswordOutcome {}

  record Refused(PasswordRules.Fault fault) implements PasswordOutcome {}

  record SameAsBefore() implements PasswordOutcome {}

  record TooBusy() implements PasswordOutcome {}
}
