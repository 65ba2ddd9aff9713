package org.motcua.bills;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.motcua.bills.model.Asked;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Bill;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Found;
import org.motcua.bills.model.Payable.Part;
import org.motcua.payments.Payments;
import org.motcua.payments.StillOwed;
import org.springframework.stereotype.Component;

/**
 * Asks the creditor once more before somebody is sent to pay. One that is silent does not keep
 * people from paying what they were told: what turns out to have been paid before goes back.
 */
@Component
class CheckBeforePaying implements StillOwed {

  /** What it has just said still holds. */
  private static final Duration JUST = Duration.ofSeconds(20);

  private final AskedStore asked;
  private final LookUp lookUp;
  private final Payments payments;
  private final Clock clock;

  CheckBeforePaying(AskedStore asked, LookUp lookUp, Payments payments, Clock clock) {
    this.asked = asked;
    this.lookUp = lookUp;
    this.payments = payments;
    this.clock = clock;
  }

  @Override
  public String askedBy() {
    return AskToPay.MODULE;
  }

  @Override
  public void check(String reference) {
    asked
        .findByReference(reference)
        .filter(it -> it.checkedAt().plus(JUST).isBefore(clock.instant()))
        .ifPresent(this::check);
  }

  private void check(Asked about) {
    switch (lookUp.again(about.enquiry())) {
      case Found.Silent() -> {}
      case Found.Nothing() -> payments.cancel(about.reference(), "BILL_CHANGED");
      case Found.WrongName() -> payments.cancel(about.reference(), "BILL_CHANGED");
      case Found.Debtor debtor -> compare(about, debtor);
    }
  }

  private void compare(Asked about, Found.Debtor debtor) {
    var told =
        debtor.bills().stream().collect(Collectors.toMap(Bill::id, Bill::dong, (one, same) -> one));
    // Contributions are owed by nobody: they are chosen, and their months taken when they are paid.
    if (about.creditor() == Creditor.INSURANCE
        || about.parts().stream().allMatch(it -> told.getOrDefault(it.id(), 0L) == it.dong())) {
      asked.checked(about.id(), clock.instant());
      return;
    }
    var gone = about.parts().stream().map(Part::id).noneMatch(told::containsKey);
    payments.cancel(about.reference(), gone ? "BILL_PAID" : "BILL_CHANGED");
  }
}
