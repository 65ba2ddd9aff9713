package org.motcua.payments.paying;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.BeginAttempt;
import org.motcua.payments.gateway.Gateways;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.gateway.PaymentGateway.Visit;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.payments.model.RefundStore;
import org.motcua.payments.receipts.ReceiptOnPage;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The payer's page. A way to pay that needs a page of our own serves it at {@code
 * /pay/{key}/<way>}.
 */
@Controller
@RequestMapping("/pay/{key}")
class PayController {

  /**
   * How often the page looks again by itself, and after how many times it leaves that to people.
   */
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);

  private static final int LOOKS = 24;

  /** A gateway is asked no more often for one payment. */
  private static final Limit ASKED = new Limit(1, Duration.ofSeconds(4));

  private final PaymentStore payments;
  private final RefundStore refunds;
  private final ReceiptStore receipts;
  private final Gateways gateways;
  private final BeginAttempt beginAttempt;
  private final AskGateways askGateways;
  private final RateLimits limits;
  private final String publicUrl;

  PayController(
      PaymentStore payments,
      RefundStore refunds,
      ReceiptStore receipts,
      Gateways gateways,
      BeginAttempt beginAttempt,
      AskGateways askGateways,
      RateLimits limits,
      @Value("${motcua.public-url}") String publicUrl) {
    this.payments = payments;
    this.refunds = refunds;
    this.receipts = receipts;
    this.gateways = gateways;
    this.beginAttempt = beginAttempt;
    this.askGateways = askGateways;
    this.limits = limits;
    this.publicUrl = publicUrl;
  }

  /**
   * @param back the payer comes from the gateway; how often the page has looked again since
   */
  @GetMapping
  String show(
      @PathVariable String key,
      @RequestParam(required = false) @Nullable Integer back,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var payment = find(key);
    var comesBack = request.getParameterMap().containsKey("back");
    var looked = back == null ? 0 : back;
    var view = view(payment, comesBack && looked < LOOKS, null);
    if (view.awaited()) {
      response.setHeader(
          "Refresh", LOOKS_AGAIN.toSeconds() + ";url=" + payment.page() + "?back=" + (looked + 1));
    }
    return page(view, response, model);
  }

  /** Two clicks and two tabs lead to the same place. */
  @PostMapping("/attempts")
  String begin(
      @PathVariable String key,
      @RequestParam(defaultValue = "") String way,
      @ModelAttribute(name = "page", binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var payment = find(key);
    var visit =
        new Visit(
            request.getRemoteAddr(), publicUrl + payment.page() + "?back", page.language().code());
    return switch (beginAttempt.begin(payment, way, visit)) {
      case BeginAttempt.Outcome.GoTo(var attempt, var address) ->
          leadTo(way, address, response, model);
      case BeginAttempt.Outcome.StayHere(var attempt) ->
          "redirect:" + payment.page() + "/" + attempt.way();
      case BeginAttempt.Outcome.NotOpen(var status) -> "redirect:" + payment.page();
      case BeginAttempt.Outcome.NoSuchWay none -> "redirect:" + payment.page();
      case BeginAttempt.Outcome.OutOfOrder(var broken) -> {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        yield page(view(payment, false, broken), response, model);
      }
    };
  }

  /** Not by a redirect: browsers hold our form-action against it. */
  private static String leadTo(
      String way, String address, HttpServletResponse response, Model model) {
    keepTo(response);
    response.setHeader("Refresh", "0;url=" + address);
    model.addAttribute("way", way);
    model.addAttribute("address", address);
    return "payments/paying/onward";
  }

  /** The payer wants to know now. */
  @PostMapping("/check")
  String check(@PathVariable String key) {
    var payment = find(key);
    if (limits.tryConsume("payments.check:" + payment.id(), ASKED)) {
      payments.listAttempts(payment.id()).stream()
          .filter(attempt -> attempt.status().underway())
          .filter(canBeAsked())
          .forEach(askGateways::ask);
    }
    return "redirect:" + payment.page() + "?back";
  }

  private Predicate<Attempt> canBeAsked() {
    return attempt -> gateways.find(attempt.way()).filter(PaymentGateway::canBeAsked).isPresent();
  }

  private Payment find(String key) {
    return payments
        .findByKey(key)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private PayView view(Payment payment, boolean awaited, @Nullable String outOfOrder) {
    return PayView.of(
        payment,
        gateways.listFor(payment).stream().map(PaymentGateway::id).toList(),
        payments.listAttempts(payment.id()),
        refunds.listOf(payment.id()),
        ReceiptOnPage.of(receipts.listOf(payment.id())),
        awaited,
        outOfOrder);
  }

  private static String page(PayView view, HttpServletResponse response, Model model) {
    keepTo(response);
    model.addAttribute("view", view);
    return "payments/paying/pay";
  }

  /**
   * Its address opens it: it is neither kept, nor found, nor told to those whom a link leads to.
   */
  private static void keepTo(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
