package org.motcua.bills;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Bill;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.bills.model.Payable;
import org.motcua.bills.model.Payable.Part;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** From what a creditor says is owed to its payment; what does not lead there is told. */
@Component
class PayBills {

  private final AskedStore asked;
  private final AskToPay askToPay;
  private final Clock clock;

  PayBills(AskedStore asked, AskToPay askToPay, Clock clock) {
    this.asked = asked;
    this.askToPay = askToPay;
    this.clock = clock;
  }

  /** Either an address to go to, or the page once more. */
  sealed interface Next {
    record Go(String address) implements Next {}

    record Look(BillsView view) implements Next {}
  }

  BillsView view(Enquiry enquiry, Found.Debtor debtor, PayerForm payer) {
    return view(enquiry, debtor, payer, null, Set.of());
  }

  private BillsView view(
      Enquiry enquiry,
      Found.Debtor debtor,
      PayerForm payer,
      @Nullable String notice,
      Set<String> chosen) {
    var paidHere =
        asked.listStanding(enquiry.creditor(), enquiry.number()).stream()
            .filter(it -> it.settledAt() != null)
            .flatMap(it -> it.parts().stream())
            .map(Part::id)
            .collect(Collectors.toSet());
    var open =
        debtor.bills().stream()
            .map(Bill::id)
            .filter(id -> !paidHere.contains(id))
            .collect(Collectors.toSet());
    return new BillsView(
        enquiry.creditor(),
        enquiry.number(),
        enquiry.name(),
        debtor,
        paidHere,
        chosen.isEmpty() ? open : chosen,
        payer,
        LocalDate.now(clock.withZone(CountryTime.ZONE)),
        notice);
  }

  /**
   * @param chosen ids of bills
   * @param shown what they cost on the page on which they were chosen: {@code <id>=<dong>}
   */
  Next pay(
      Enquiry enquiry,
      Found.Debtor debtor,
      Collection<String> chosen,
      Collection<String> shown,
      PayerForm payer,
      @Nullable CurrentUser user) {
    var wanted = new HashSet<>(chosen);
    var before = view(enquiry, debtor, payer, null, wanted);
    var bills = before.open().stream().filter(bill -> wanted.contains(bill.id())).toList();
    if (wanted.isEmpty()) return look(enquiry, debtor, payer, "choose", wanted);
    if (bills.size() < wanted.size()) return look(enquiry, debtor, payer, "gone", Set.of());
    if (!areAsShown(bills, shown)) return look(enquiry, debtor, payer, "changed", wanted);
    if (!payer.errors().isEmpty()) return new Next.Look(before);
    var payable =
        new Payable.Bills(
            enquiry.creditor(),
            enquiry.number(),
            bills,
            OwedFacts.of(enquiry.creditor(), enquiry.number(), debtor, bills));
    return switch (askToPay.ask(enquiry, payable, payer.payer(user), PayerForm.actorOf(user))) {
      case AskOutcome.GoAndPay(String page) -> new Next.Go(page);
      case AskOutcome.BeingPaid() -> look(enquiry, debtor, payer, "being_paid", wanted);
      case AskOutcome.PaidAlready paid -> look(enquiry, debtor, payer, "gone", Set.of());
    };
  }

  private Next look(
      Enquiry enquiry, Found.Debtor debtor, PayerForm payer, String notice, Set<String> chosen) {
    return new Next.Look(view(enquiry, debtor, payer, notice, chosen));
  }

  private static boolean areAsShown(List<Bill> bills, Collection<String> shown) {
    return bills.stream().allMatch(bill -> shown.contains(bill.id() + "=" + bill.dong()));
  }
}
