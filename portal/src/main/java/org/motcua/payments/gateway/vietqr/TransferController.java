package org.motcua.payments.gateway.vietqr;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Tells whoever has chosen this way how to transfer, until the money is there. */
@Controller("transferController")
@RequestMapping("/pay/{key}/" + VietQrGateway.ID)
class TransferController {

  /**
   * How often the page looks again by itself, and after how many times it leaves that to people.
   */
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(8);

  private static final int LOOKS = 75;

  private final PaymentStore payments;
  private final ShowTransfer showTransfer;
  private final ReturnParts returnParts;

  TransferController(PaymentStore payments, ShowTransfer showTransfer, ReturnParts returnParts) {
    this.payments = payments;
    this.showTransfer = showTransfer;
    this.returnParts = returnParts;
  }

  /** Its address opens it: it is neither kept, nor found, nor told to those a link leads to. */
  @GetMapping
  String show(
      @PathVariable String key,
      @RequestParam(defaultValue = "0") int looked,
      HttpServletResponse response,
      Model model) {
    var payment = find(key);
    var transfer = showTransfer.of(payment);
    if (transfer.isEmpty()) return "redirect:" + payment.page() + "?back";
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
    var here = payment.page() + "/" + VietQrGateway.ID;
    if (looked < LOOKS) {
      response.setHeader(
          "Refresh", LOOKS_AGAIN.toSeconds() + ";url=" + here + "?looked=" + (looked + 1));
    }
    model.addAttribute("payment", payment);
    model.addAttribute("transfer", transfer.get());
    model.addAttribute("here", here);
    return "payments/gateway/vietqr/transfer";
  }

  /** Parts go where they came from, so whoever may see the payment may ask for that. */
  @PostMapping("/return")
  String giveBack(@PathVariable String key) {
    var payment = find(key);
    returnParts.of(payment);
    return "redirect:" + payment.page();
  }

  private Payment find(String key) {
    return payments
        .findByKey(key)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
