package org.motcua.bills;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.motcua.bills.PayBills.Next;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.identity.Accounts;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Power;
import org.motcua.identity.PowerNeeded;
import org.motcua.identity.Representation;
import org.motcua.platform.web.Messages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Taxes of whom is signed in: by the tax code of the account, which for a person is the number of
 * the identity card. For another with a mandate for all of his payments.
 */
@Controller
class TaxesController {

  private final LookUp lookUp;
  private final PayBills payBills;
  private final Accounts accounts;
  private final Representation representation;
  private final Messages messages;

  TaxesController(
      LookUp lookUp,
      PayBills payBills,
      Accounts accounts,
      Representation representation,
      Messages messages) {
    this.lookUp = lookUp;
    this.payBills = payBills;
    this.accounts = accounts;
    this.representation = representation;
    this.messages = messages;
  }

  @GetMapping("/bills/taxes")
  String own() {
    return "redirect:" + Creditor.TAXES.page();
  }

  @GetMapping("/my/taxes")
  String list(@AuthenticationPrincipal CurrentUser user, Model model) {
    var enquiry = enquiry(user);
    if (enquiry.isEmpty()) return "bills/noTaxCode";
    return switch (lookUp.again(enquiry.get())) {
      case Found.Debtor debtor ->
          show(payBills.view(enquiry.get(), debtor, PayerForm.empty(user, "")), model);
      case Found other -> unknown(enquiry.get(), other, model);
    };
  }

  @PostMapping("/my/taxes/payment")
  String pay(
      @RequestParam(defaultValue = "") List<String> chosen,
      @RequestParam(defaultValue = "") List<String> shown,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String email,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var enquiry = enquiry(user);
    if (enquiry.isEmpty()) return "bills/noTaxCode";
    var who = PayerForm.of(payer, email, locale, messages);
    return switch (lookUp.again(enquiry.get())) {
      case Found.Debtor debtor ->
          switch (payBills.pay(enquiry.get(), debtor, chosen, shown, who, user)) {
            case Next.Go(String address) -> "redirect:" + address;
            case Next.Look(BillsView view) -> show(view, model);
          };
      case Found other -> unknown(enquiry.get(), other, model);
    };
  }

  private Optional<Enquiry> enquiry(CurrentUser user) {
    if (user.acting() != null) requireAllPayments(user);
    var person = accounts.getPerson(user.id());
    return Optional.ofNullable(person.taxCode())
        .or(() -> Optional.ofNullable(person.citizenId()))
        .flatMap(Creditor.TAXES::number)
        .map(number -> new Enquiry(Creditor.TAXES, number, null));
  }

  private void requireAllPayments(CurrentUser user) {
    var given =
        representation
            .mandateOf(user)
            .filter(mandate -> mandate.gives(Power.PAY))
            .filter(mandate -> mandate.scope() instanceof MandateScope.All);
    if (given.isEmpty()) throw new PowerNeeded(Power.PAY);
  }

  private static String unknown(Enquiry enquiry, Found found, Model model) {
    model.addAttribute("number", enquiry.number());
    model.addAttribute("silent", found instanceof Found.Silent);
    return "bills/taxes";
  }

  private static String show(BillsView view, Model model) {
    model.addAttribute("view", view);
    return "bills/found";
  }
}
