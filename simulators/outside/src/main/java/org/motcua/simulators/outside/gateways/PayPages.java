package org.motcua.simulators.outside.gateways;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Page;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A gateway's pages: the payer chooses a bank, and pays there or does not; then it is sent back.
 * Whoever extends it says under which address they are, with {@code @RequestMapping}.
 */
public abstract class PayPages {

  /** The payer is kept so long at most until the merchant has heard of it. */
  private static final int WAITED_FOR_MERCHANT_MS = 2_000;

  private final Orders orders;
  private final OrderNotices notices;
  private final MessageSource messages;
  private final Clock clock;
  private final String gateway;

  /**
   * @param gateway in its pages' addresses, and where its words' keys begin
   */
  protected PayPages(
      Orders orders, OrderNotices notices, MessageSource messages, Clock clock, String gateway) {
    this.orders = orders;
    this.notices = notices;
    this.messages = messages;
    this.clock = clock;
    this.gateway = gateway;
  }

  @GetMapping("/pay/{ref}")
  public String choose(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String bank,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var found = orders.find(ref);
    if (found.isEmpty()) return unknown(language(lang), request, response, model);
    return show(found.get(), bank(bank), language(found.get(), lang), response, model);
  }

  /** Who comes too late has ended it by that. */
  protected String show(
      Order brought,
      @Nullable Bank bank,
      String language,
      HttpServletResponse response,
      Model model) {
    var order = isOver(brought) ? end(brought, Outcome.TIMED_OUT, "") : brought;
    put(order, language, model);
    leadBackTo(order, response);
    if (order.ended()) {
      model.addAttribute("back", notices.comeBack(order));
      return "gateways/over";
    }
    if (bank == null) return "gateways/banks";
    model.addAttribute("bank", bank);
    return "gateways/bank";
  }

  /**
   * What the payer does. A program does the same: it opens the order's address and sends this form.
   * Twice is once.
   */
  @PostMapping("/pay/{ref}")
  public Object act(
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
      return unknown(language(lang), request, response, model);
    }
    var at = bank(bank);
    var order = end(found.get(), chosen.get(), at == null ? "" : at.name());
    if (notices.losesPayers()) {
      put(order, language(order, lang), model);
      return "gateways/lost";
    }
    leadBackTo(order, response);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, notices.comeBack(order))
        .build();
  }

  protected boolean isOver(Order order) {
    return !order.ended() && clock.instant().isAfter(order.expiresAt());
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

  /** There is no such order, or nothing that can be done with it. */
  protected abstract String unknown(
      String language, HttpServletRequest request, HttpServletResponse response, Model model);

  private void put(Order order, String language, Model model) {
    var address = "/" + gateway + "/pay/" + order.ref();
    model.addAttribute("page", page(language, address));
    model.addAttribute("house", gateway + ".house");
    model.addAttribute("order", order);
    model.addAttribute("action", address);
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

  private static String language(String chosen) {
    return chosen.equals("en") ? "en" : "vi";
  }

  protected Page page(String language, String path) {
    return new Page(messages, Locale.forLanguageTag(language), path);
  }
}
