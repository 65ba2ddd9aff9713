package org.motcua.payments.finance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.DataAccesses;
import org.motcua.payments.PaymentId;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.Gateways;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.model.AccountField;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.MessageLog;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.model.RefundStore;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.RefundOutcome;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.limits.Limit;
import org.motcua.platform.limits.RateLimits;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.FieldError;
import org.motcua.platform.web.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Accountants' pages: payments that go to their agencies, and refunds that wait for somebody. */
@Controller
class FinanceController {

  static final String PAYMENTS = "/desk/payments";
  static final String REFUNDS = "/desk/refunds";

  private static final String ONE = PAYMENTS + "/{id:[0-9a-fA-F-]{36}}";
  private static final String ONE_REFUND = REFUNDS + "/{id:[0-9a-fA-F-]{36}}";
  private static final int PAGE_SIZE = 25;
  private static final int MOST_REFUNDS = 500;
  private static final Limit ASKED = new Limit(1, Duration.ofSeconds(10));

  private final Accountants accountants;
  private final FindPayments find;
  private final Books books;
  private final PaymentStore payments;
  private final RefundStore refunds;
  private final MessageLog messages;
  private final Gateways gateways;
  private final AskGateways askGateways;
  private final OrderRefund orderRefund;
  private final SendRefunds sendRefunds;
  private final Officers officers;
  private final DataAccesses accesses;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final RateLimits limits;
  private final Messages texts;

  FinanceController(
      Accountants accountants,
      FindPayments find,
      Books books,
      PaymentStore payments,
      RefundStore refunds,
      MessageLog messages,
      Gateways gateways,
      AskGateways askGateways,
      OrderRefund orderRefund,
      SendRefunds sendRefunds,
      Officers officers,
      DataAccesses accesses,
      AuditTrail audit,
      TransactionTemplate transaction,
      RateLimits limits,
      Messages texts) {
    this.accountants = accountants;
    this.find = find;
    this.books = books;
    this.payments = payments;
    this.refunds = refunds;
    this.messages = messages;
    this.gateways = gateways;
    this.askGateways = askGateways;
    this.orderRefund = orderRefund;
    this.sendRefunds = sendRefunds;
    this.officers = officers;
    this.accesses = accesses;
    this.audit = audit;
    this.transaction = transaction;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping(PAYMENTS)
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID before,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var accountant = accountants.of(user);
    var found =
        q.isBlank() ? find.latest(accountant, before, PAGE_SIZE + 1) : find.search(accountant, q);
    var more = q.isBlank() && found.size() > PAGE_SIZE;
    var shown = more ? found.subList(0, PAGE_SIZE) : found;
    model.addAttribute("office", accountants.office(accountant));
    model.addAttribute("sought", q);
    model.addAttribute("rows", shown);
    model.addAttribute("older", more ? PAYMENTS + "?before=" + shown.getLast().id() : null);
    model.addAttribute("newest", before == null ? null : PAYMENTS);
    return "payments/finance/list";
  }

  @GetMapping(ONE)
  String show(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Told told,
      @AuthenticationPrincipal CurrentUser user,
      Model model) {
    var accountant = accountants.of(user);
    var payment = payment(new PaymentId(id), accountant);
    lookedAt(payment, user, accountant);
    model.addAttribute("told", told);
    return show(payment, accountant, null, FieldErrors.NONE, model);
  }

  private String show(
      Payment payment,
      Accountant accountant,
      @Nullable RefundForm typed,
      FieldErrors errors,
      Model model) {
    var attempts = payments.listAttempts(payment.id());
    var itsRefunds = refunds.listOf(payment.id());
    var left = orderRefund.left(payment);
    model.addAttribute("office", accountants.office(accountant));
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed == null ? RefundForm.fresh(left) : typed);
    model.addAttribute(
        "file",
        PaymentFile.of(
            payment,
            attempts,
            itsRefunds,
            books.of(payment.id()),
            attempts.stream().map(Attempt::ref).flatMap(this::about).toList(),
            left,
            OrderRefund.mayGoElsewhere(payment),
            names(itsRefunds)));
    return "payments/finance/payment";
  }

  private Stream<MessageLog.Message> about(String ref) {
    return messages.listAbout(ref).stream();
  }

  /** The payer reads who has looked. */
  private void lookedAt(Payment payment, CurrentUser user, Accountant accountant) {
    var payer = payment.payer().account();
    if (payer == null) return;
    accesses.record(
        new DataAccesses.Seen(
            payer,
            "payment:" + payment.id(),
            "payments.access.payment",
            payment.title().vietnamese()),
        new DataAccesses.Viewer.Officer(user.id()),
        accountant.agency().id(),
        "payments.access.accounting");
  }

  private Map<String, String> names(List<Refund> of) {
    var actors = new ArrayList<String>();
    for (var refund : of) {
      actors.add(refund.orderedBy());
      var decided = refund.decided();
      if (decided != null) actors.add(decided.by());
    }
    return officers.names(actors);
  }

  /** Asks those gateways once more that owe a word. */
  @PostMapping(ONE + "/question")
  String ask(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var payment = payment(new PaymentId(id), accountants.of(user));
    if (!limits.tryConsume("payments.finance.ask:" + id, ASKED)) return to(payment, Told.TOO_OFTEN);
    transaction.executeWithoutResult(
        status ->
            audit.record(user.actor(), "payments.asked_again", "payment", id.toString(), Map.of()));
    payments.listAttempts(payment.id()).stream()
        .filter(
            attempt -> gateways.find(attempt.way()).filter(PaymentGateway::canBeAsked).isPresent())
        .forEach(askGateways::ask);
    return to(payment, Told.ASKED);
  }

  @PostMapping(ONE + "/refunds")
  String order(
      @PathVariable UUID id,
      RefundForm typed,
      @AuthenticationPrincipal CurrentUser user,
      Locale locale,
      Model model) {
    var accountant = accountants.of(user);
    var payment = payment(new PaymentId(id), accountant);
    var outcome =
        orderRefund.order(
            payment.id(),
            typed.sum(),
            typed.reason(),
            typed.destination(),
            user.actor(),
            "form:" + id + ":" + typed.form());
    var errors = errors(outcome, Language.of(locale));
    return errors.isEmpty()
        ? to(payment, told(outcome))
        : show(payment, accountant, typed, new FieldErrors(errors), model);
  }

  /** What the one who has typed it can put right. */
  private List<FieldError> errors(RefundOutcome outcome, Language language) {
    return switch (outcome) {
      case RefundOutcome.TooMuch(long most) ->
          List.of(
              error(
                  "dong",
                  language,
                  "payments.finance.order.too_much",
                  new Formats(language).money(most)));
      case RefundOutcome.ReasonMissing it ->
          List.of(error("reason", language, "payments.finance.order.no_reason"));
      case RefundOutcome.AccountFaulty(var fields) ->
          fields.stream()
              .map(
                  field ->
                      error(
                          field.id(),
                          language,
                          "payments.accounts." + field.id() + ".faulty",
                          AccountField.LONGEST_NAME))
              .toList();
      default -> List.of();
    };
  }

  private FieldError error(String field, Language language, String key, Object... arguments) {
    return new FieldError(field, texts.text(language, key, arguments));
  }

  private static Told told(RefundOutcome outcome) {
    return switch (outcome) {
      case RefundOutcome.Ordered(var refund) ->
          refund.status() == RefundStatus.ORDERED ? Told.TO_BE_AGREED : Told.ORDERED;
      case RefundOutcome.NothingToGiveBack it -> Told.NOTHING_LEFT;
      case RefundOutcome.OwnOrder it -> Told.OWN_ORDER;
      case RefundOutcome.NumberMissing it -> Told.NO_NUMBER;
      case RefundOutcome.NotNow it -> Told.NOT_NOW;
      case RefundOutcome.NoSuchPayment it -> Told.NOT_NOW;
      case RefundOutcome.OnlyTheSameWay it -> Told.NOT_NOW;
      case RefundOutcome.TooMuch it -> Told.NOT_NOW;
      case RefundOutcome.ReasonMissing it -> Told.NOT_NOW;
      case RefundOutcome.AccountFaulty it -> Told.NOT_NOW;
    };
  }

  /** What waits for a second pair of eyes, or for a hand. */
  @GetMapping(REFUNDS)
  String waiting(@AuthenticationPrincipal CurrentUser user, Model model) {
    var accountant = accountants.of(user);
    var rows =
        refunds.listToSeeTo(MOST_REFUNDS).stream()
            .map(refund -> new WaitingRefund(refund, payments.find(refund.payment()).orElseThrow()))
            .filter(row -> accountant.sees(row.payment()))
            .toList();
    model.addAttribute("office", accountants.office(accountant));
    model.addAttribute("rows", rows);
    model.addAttribute("names", names(rows.stream().map(WaitingRefund::refund).toList()));
    return "payments/finance/refunds";
  }

  @PostMapping(ONE_REFUND + "/approval")
  String approve(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var payment = paymentOf(id, user);
    var outcome = orderRefund.approve(id, user.actor());
    return to(payment, outcome instanceof RefundOutcome.Ordered ? Told.AGREED : told(outcome));
  }

  @PostMapping(ONE_REFUND + "/declination")
  String decline(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var payment = paymentOf(id, user);
    var outcome = orderRefund.decline(id, user.actor());
    return to(payment, outcome instanceof RefundOutcome.Ordered ? Told.DECLINED : told(outcome));
  }

  @PostMapping(ONE_REFUND + "/retry")
  String retry(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
    var payment = paymentOf(id, user);
    var outcome = sendRefunds.retry(id, user.actor());
    return to(payment, outcome instanceof RefundOutcome.Ordered ? Told.SENT_AGAIN : told(outcome));
  }

  /**
   * @param number of the transfer or the voucher
   */
  @PostMapping(ONE_REFUND + "/by-hand")
  String byHand(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String number,
      @AuthenticationPrincipal CurrentUser user) {
    var payment = paymentOf(id, user);
    var outcome = sendRefunds.doneByHand(id, number, user.actor());
    return to(payment, outcome instanceof RefundOutcome.Ordered ? Told.BY_HAND : told(outcome));
  }

  private Payment paymentOf(UUID refund, CurrentUser user) {
    var accountant = accountants.of(user);
    return refunds
        .find(refund)
        .map(it -> payment(it.payment(), accountant))
        .orElseThrow(FinanceController::unknown);
  }

  /** Others learn not even that there is such a payment. */
  private Payment payment(PaymentId id, Accountant accountant) {
    return payments.find(id).filter(accountant::sees).orElseThrow(FinanceController::unknown);
  }

  private static String to(Payment payment, Told told) {
    return "redirect:" + PAYMENTS + "/" + payment.id() + "?told=" + told;
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
