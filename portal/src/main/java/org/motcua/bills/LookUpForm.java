package org.motcua.bills;

import org.motcua.bills.model.Creditor;
import org.motcua.platform.web.ui.FieldErrors;

/**
 * What was typed to look something up, and what came of it.
 *
 * @param silent the creditor gave no answer
 */
public record LookUpForm(
    Creditor creditor, String number, String name, FieldErrors errors, boolean silent) {

  static LookUpForm of(Creditor creditor, String number, String name) {
    return new LookUpForm(creditor, number.strip(), name.strip(), FieldErrors.NONE, false);
  }

  LookUpForm with(FieldErrors found) {
    return new LookUpForm(creditor, number, name, found, false);
  }

  LookUpForm unanswered() {
    return new LookUpForm(creditor, number, name, FieldErrors.NONE, true);
  }
}
