package org.motcua.bills;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.Bill;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Found;

/**
 * What a creditor says is owed, as a page shows it.
 *
 * @param name as it was typed; null where the creditor does not ask for one
 * @param paidHere which of the bills were paid here, while the creditor has not heard yet
 * @param chosen which are to be paid
 * @param notice what is told above them: a message {@code bills.told.<notice>}; null: nothing
 */
public record BillsView(
    Creditor creditor,
    String number,
    @Nullable String name,
    Found.Debtor debtor,
    Set<String> paidHere,
    Set<String> chosen,
    PayerForm payer,
    LocalDate today,
    @Nullable String notice) {

  public List<Bill> bills() {
    return debtor.bills();
  }

  public List<Bill> open() {
    return bills().stream().filter(bill -> !paidHere.contains(bill.id())).toList();
  }

  public long total() {
    return open().stream().mapToLong(Bill::dong).sum();
  }

  /** Whose it is: in full only for whoever could say it, or whose own it is. */
  public String debtorName() {
    return creditor.asksForAName() || creditor == Creditor.TAXES
        ? debtor.name()
        : Masked.name(debtor.name());
  }

  /** Where it is paid. */
  public String payAt() {
    return creditor.page() + "/payment";
  }
}
