package org.motcua.payments.gateway.platform;

import java.util.Map;
import java.util.Optional;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.PaymentStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Where the platform sends the payer's browser back to, with the values of a confirmation and their
 * seal. A browser's word moves no money; the seal only shows that whoever comes may see the
 * payment, for its reference is no secret and its page is.
 */
@Controller("platformReturnController")
class ReturnController {

  private final Partner partner;
  private final PaymentStore payments;
  private final AskGateways askGateways;

  ReturnController(Partner partner, PaymentStore payments, AskGateways askGateways) {
    this.partner = partner;
    this.payments = payments;
    this.askGateways = askGateways;
  }

  @GetMapping("/payments/platform/return")
  Object comeBack(@RequestParam Map<String, String> values) {
    var attempt = attempt(new Message(values));
    if (attempt.isEmpty()) return "payments/gateway/platform/lost";
    if (attempt.get().status().underway()) askGateways.ask(attempt.get());
    var payment = payments.find(attempt.get().payment()).orElseThrow();
    return seeOther(payment.page() + "?back");
  }

  private Optional<Attempt> attempt(Message message) {
    if (!partner.isSetUp() || !message.bears(Seal.CONFIRMATION, partner)) return Optional.empty();
    return payments
        .findAttempt(message.get("MaThamChieu"))
        .filter(attempt -> attempt.way().equals(PlatformGateway.ID));
  }

  private static View seeOther(String page) {
    var view = new RedirectView(page);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
