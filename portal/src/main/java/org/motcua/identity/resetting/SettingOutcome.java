package org.motcua.identity.resetting;

import org.motcua.identity.model.PasswordRules;

/** Every answer to a new password in place of a forgotten one. */
sealed interface SettingOutcome {
  record Set() implements SettingOutcome {}

  record Refused(PasswordRules.Fault fault) implements SettingOutcome {}

  /** Something is still to be shown, or nothing has been: the page knows. */
  record NotYet() implements SettingOutcome {}

  record TooBusy() implements SettingOutcome {}
}
