package org.motcua.payments.finance;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.model.Refund;

/**
 * What an accountant types to give money back; it stands there again when something of it is wrong.
 *
 * @param name whose account, where it goes to another than it came from; all three blank: it does
 *     not
 * @param form of the page that it is sent from: twice from one page is one order
 */
public record RefundForm(
    String dong, String reason, String name, String account, String bank, String form) {

  private static final int MOST_DIGITS = 15;

  public RefundForm(
      @Nullable String dong,
      @Nullable String reason,
      @Nullable String name,
      @Nullable String account,
      @Nullable String bank,
      @Nullable String form) {
    this.dong = typed(dong);
    this.reason = typed(reason);
    this.name = typed(name);
    this.account = typed(account);
    this.bank = typed(bank);
    this.form = typed(form);
  }

  private static String typed(@Nullable String sent) {
    return sent == null ? "" : sent;
  }

  static RefundForm fresh(long left) {
    return new RefundForm(String.valueOf(left), "", "", "", "", UUID.randomUUID().toString());
  }

  /** Nought for what is no sum. */
  long sum() {
    var digits = dong.replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > MOST_DIGITS ? 0 : Long.parseLong(digits);
  }

  public boolean elsewhere() {
    return !Stream.of(name, account, bank).allMatch(String::isBlank);
  }

  Refund.@Nullable Destination destination() {
    return elsewhere()
        ? new Refund.Destination(bank.strip(), account.replace(" ", ""), name.strip())
        : null;
  }
}
