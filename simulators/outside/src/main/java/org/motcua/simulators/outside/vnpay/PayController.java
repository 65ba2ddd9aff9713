package org.motcua.simulators.outside.vnpay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The gateway's pages: the payer's browser brings an order, chooses a bank, and pays there or does
 * not; then it is sent back.
 */
@Controller("vnpayPayController")
class PayController {

  /** The payer is kept so long at most until the merchant has heard of it. */
  private static final int WAITED_FOR_MERCHANT_MS = 2_000;

  private static final int LONGEST_REF = 100;
  private static final int LONGEST_INFO = 255;
  private static final int LONGEST_ADDRESS = 1_000;
  private static final int HUNDREDTHS = 100;

  private final Orders orders;
  private final Notices notices;
  private final Seal seal;
  private final MessageSource messages;
  private final Clock clock;
  private final String terminal;

  PayController(
      Orders orders,
      Notices notices,
      Seal seal,
      MessageSource messages,
      Clock clock,
      @Value("${outside.vnpay.terminal}") String terminal) {
    this.orders = orders;
    this.notices = notices;
    this.seal = seal;
    this.messages = messages;
    this.clock = clock;
    this.terminal = terminal;
  }

  /** The merchant sends the payer here. */
  @GetMapping("/vnpay/paymentv2/vpcpay.html")
  String bring(
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (accept(fields)) {
      case Taken.Over(Refusal why) -> refuse(why, language(fields), request, response, model);
      case Taken.Open(Order order) -> show(order, null, order.language(), response, model);
    };
  }

  /**
   * For programs: the order's address and what the payer does in one, as a form with {@code
   * outcome}.
   */
  @PostMapping("/vnpay/paymentv2/vpcpay.html")
  Object bringAndAct(
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return switch (accept(fields)) {
      case Taken.Over(Refusal why) -> refuse(why, language(fields), request, response, model);
      case Taken.Open(Order order) ->
          act(
              order.ref(),
              fields.getOrDefault("outcome", ""),
              fields.getOrDefault("bank", ""),
              "",
              request,
              response,
              model);
    };
  }

  private sealed interface Taken {
    record Open(Order order) implements Taken {}

    record Over(Refusal why) implements Taken {}
  }

  private Taken accept(Map<String, String> fields) {
    if (!seal.isOn(fields)) return new Taken.Over(Refusal.FORGED);
    if (!terminal.equals(fields.get("vnp_TmnCode"))) return new Taken.Over(Refusal.WRONG_TERMINAL);
    var brought = read(fields, language(fields));
    if (brought == null) return new Taken.Over(Refusal.MALFORMED);
    var known = orders.find(brought.ref());
    if (known.isEmpty() && isOver(brought)) return new Taken.Over(Refusal.EXPIRED);
    return new Taken.Open(known.orElseGet(() -> orders.open(brought)));
  }

  private boolean isOver(Order order) {
    return !order.ended() && clock.instant().isAfter(order.expiresAt());
  }

  private static String language(Map<String, String> fields) {
    return "en".equals(fields.get("vnp_Locale")) ? "en" : "vi";
  }

  private static @Nullable Order read(Map<String, String> fields, String language) {
    var ref = fields.getOrDefault("vnp_TxnRef", "");
    var amount = fields.getOrDefault("vnp_Amount", "");
    var info = fields.getOrDefault("vnp_OrderInfo", "");
    var returnTo = fields.getOrDefault("vnp_ReturnUrl", "");
    var created = Times.read(fields.get("vnp_CreateDate"));
    var expires = Times.read(fields.get("vnp_ExpireDate"));
    var sound =
        ref.matches("[A-Za-z0-9_-]{1," + LONGEST_REF + "}")
            && amount.matches("[1-9]\\d{2,13}")
            && amount.endsWith("00")
            && !info.isBlank()
            && info.length() <= LONGEST_INFO
            && returnTo.matches("https?://[^\\s\"']{1," + LONGEST_ADDRESS + "}")
            && created.isPresent()
            && expires.isPresent();
    if (!sound) return null;
    return new Order(
        ref,
        Long.parseLong(amount) / HUNDREDTHS,
        info,
        returnTo,
        language,
        created.get(),
        expires.get(),
        null,
        false,
        List.of());
  }

  @GetMapping("/vnpay/pay/{ref}")
  String choose(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String bank,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = orders.find(ref);
    if (found.isEmpty()) {
      return refuse(Refusal.MALFORMED, lang.equals("en") ? "en" : "vi", request, response, model);
    }
    var order = found.get();
    return show(order, bank(bank), language(order, lang), response, model);
  }

  /** Who comes too late has ended it by that. */
  private String show(
      Order brought,
      @Nullable Bank bank,
      String language,
      HttpServletResponse response,
      Model model) {
    var order = isOver(brought) ? end(brought, Outcome.TIMED_OUT, "") : brought;
    model.addAttribute("page", page(language, order.payPage()));
    model.addAttribute("order", order);
    leadBackTo(order, response);
    if (order.ended()) {
      model.addAttribute("back", notices.comeBack(order));
      return "vnpay/over";
    }
    if (bank == null) return "vnpay/banks";
    model.addAttribute("bank", bank);
    return "vnpay/bank";
  }

  /**
   * What the payer does. A program does the same: it opens the order's address and sends this form.
   * Twice is once.
   */
  @PostMapping("/vnpay/pay/{ref}")
  Object act(
      @PathVariable String ref,
      @RequestParam String outcome,
      @RequestParam(defaultValue = "") String bank,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = orders.find(ref);
    var chosen = Outcome.chosen(outcome);
    if (found.isEmpty() || chosen.isEmpty()) {
      return refuse(Refusal.MALFORMED, lang.equals("en") ? "en" : "vi", request, response, model);
    }
    var at = bank(bank);
    var order = end(found.get(), chosen.get(), at == null ? "" : at.name());
    if (notices.losesPayers()) {
      model.addAttribute("page", page(language(order, lang), order.payPage()));
      return "vnpay/lost";
    }
    leadBackTo(order, response);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, notices.comeBack(order))
        .build();
  }

  private Order end(Order before, Outcome chosen, String bank) {
    var order = orders.end(before, chosen, bank);
    if (!before.ended()) waitFor(order);
    return order;
  }

  /** As the real one does while it shows that it was paid. */
  private void waitFor(Order order) {
    try {
      notices.tell(order).get(WAITED_FOR_MERCHANT_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The payer goes on; the merchant is told again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Browsers hold a page's rules for forms against the redirect that answers one. */
  private static void leadBackTo(Order order, HttpServletResponse response) {
    var to = URI.create(order.returnTo());
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
            + to.getScheme()
            + "://"
            + to.getRawAuthority()
            + "; base-uri 'none'; frame-ancestors 'none'");
  }

  private String refuse(
      Refusal why,
      String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("page", page(language, request.getRequestURI()));
    model.addAttribute("why", why);
    return "vnpay/refused";
  }

  private static @Nullable Bank bank(String code) {
    return Arrays.stream(Bank.values())
        .filter(one -> one.name().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static String language(Order order, String chosen) {
    return chosen.equals("en") || chosen.equals("vi") ? chosen : order.language();
  }

  private Page page(String language, String path) {
    return new Page(messages, Locale.forLanguageTag(language), path);
  }
}
