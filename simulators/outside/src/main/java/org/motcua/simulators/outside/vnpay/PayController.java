package org.motcua.simulators.outside.vnpay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.gateways.Order;
import org.motcua.simulators.outside.gateways.PayPages;
import org.motcua.simulators.outside.gateways.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The gateway's pages: the payer's browser brings an order, chooses a bank, and pays there or does
 * not; then it is sent back.
 */
@Controller("vnpayPayController")
@RequestMapping("/vnpay")
class PayController extends PayPages {

  private static final int LONGEST_REF = 100;
  private static final int LONGEST_INFO = 255;
  private static final int LONGEST_ADDRESS = 1_000;
  private static final int HUNDREDTHS = 100;

  private final VnpayOrders orders;
  private final Seal seal;
  private final String terminal;

  PayController(
      VnpayOrders orders,
      Notices notices,
      Seal seal,
      MessageSource messages,
      Clock clock,
      @Value("${outside.vnpay.terminal}") String terminal) {
    super(orders, notices, messages, clock, "vnpay");
    this.orders = orders;
    this.seal = seal;
    this.terminal = terminal;
  }

  /** The merchant sends the payer here. */
  @GetMapping("/paymentv2/vpcpay.html")
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
  @PostMapping("/paymentv2/vpcpay.html")
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

  @Override
  protected String unknown(
      String language, HttpServletRequest request, HttpServletResponse response, Model model) {
    return refuse(Refusal.MALFORMED, language, request, response, model);
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
}
