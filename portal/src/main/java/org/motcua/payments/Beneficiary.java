package org.motcua.payments;

import java.util.regex.Pattern;
import org.motcua.payments.model.AccountField;

/**
 * To whom money goes.
 *
 * @param owner an agency's code, or an enterprise's tax code
 * @param name of the holder, as the bank knows it
 * @param account at the treasury or a bank: letters and digits
 * @param bank the six digits by which NAPAS knows the bank, such as {@code 970436}
 */
public record Beneficiary(String owner, String name, String account, String bank) {

  /** The books name an account by owner, bank and number, with colons between. */
  private static final Pattern OWNER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,49}");

  public Beneficiary {
    if (!AccountField.ACCOUNT.allows(account) || !AccountField.BANK.allows(bank)) {
      throw new IllegalArgumentException("No account at a bank: " + account + " at " + bank);
    }
    if (!OWNER.matcher(owner).matches()) {
      throw new IllegalArgumentException("Nobody's account: " + owner);
    }
  }
}
