package org.motcua.payments.api;

import static org.motcua.platform.api.ProgramReplies.send;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.Tokens;
import org.motcua.payments.NewPayment;
import org.motcua.payments.PaymentId;
import org.motcua.payments.Payments;
import org.motcua.payments.model.Act;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.RefundOutcome;
import org.motcua.platform.api.KeyRequired;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.Problems;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.idempotency.CallKey;
import org.motcua.platform.idempotency.CallKeys;
import org.motcua.platform.idempotency.OnlyOnce;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A program has somebody pay. It sees what it has asked for itself, and nothing else. */
@ProgramApi
@RestController
@RequestMapping(PaymentsApi.PATH)
@PreAuthorize("hasAuthority('SCOPE_payments')")
@Tag(name = "Payments", description = "Having people pay, for systems of agencies")
class PaymentsApi {

  static final String PATH = "/api/payments";
  private static final String ONE = "/{id:[0-9a-fA-F-]{36}}";
  private static final int MOST = 200;

  private final OnlyOnce once;
  private final PaymentReplies replies;
  private final ReadAsked reading;
  private final OwnPayments own;
  private final Payments door;
  private final PaymentStore payments;
  private final OrderRefund orderRefund;
  private final Clock clock;

  PaymentsApi(
      OnlyOnce once,
      PaymentReplies replies,
      ReadAsked reading,
      OwnPayments own,
      Payments door,
      PaymentStore payments,
      OrderRefund orderRefund,
      Clock clock) {
    this.once = once;
    this.replies = replies;
    this.reading = reading;
    this.own = own;
    this.door = door;
    this.payments = payments;
    this.orderRefund = orderRefund;
    this.clock = clock;
  }

  @PostMapping
  @Operation(
      summary = "Have somebody pay",
      description =
          "Send the payer to page. Asked again for the same reference and the same items it is the"
              + " same payment; for others, one that nobody has paid yet is cancelled and this"
              + " stands in its place.")
  @KeyRequired
  @ApiResponse(
      responseCode = "201",
      description = "Asked for; Location tells where it is",
      content = @Content(schema = @Schema(implementation = PaymentJson.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It had been asked for before",
      content = @Content(schema = @Schema(implementation = PaymentJson.class)))
  @Problems
  ResponseEntity<byte[]> ask(
      @RequestBody AskedPayment sent,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    var client = Tokens.client(token);
    var call = key(request, client);
    var read = reading.read(sent, client, Tokens.agency(token), language);
    var asked = read.asked();
    if (asked == null) {
      return send(
          replies.problem(
              HttpStatus.UNPROCESSABLE_CONTENT, "request-faulty", read.errors(), language));
    }
    return send(once.answer(call, () -> ask(asked, language)));
  }

  /** Mostly nobody has asked for it before. */
  private Reply ask(NewPayment asked, Language language) {
    var opened = payments.open(asked, clock.instant());
    if (opened.isPresent()) return told(HttpStatus.CREATED, opened.get());
    var before = payments.findStanding(asked.reference());
    var payment = payments.find(door.request(asked).id()).orElseThrow();
    if (payment.status() != PaymentStatus.OPEN && !payment.asksFor(asked)) {
      return replies.problem(HttpStatus.CONFLICT, "paid-before", language);
    }
    var known = before.filter(it -> it.id().equals(payment.id())).isPresent();
    return told(known ? HttpStatus.OK : HttpStatus.CREATED, payment);
  }

  private Reply told(HttpStatus status, Payment payment) {
    var json = own.json(payment);
    return replies.of(status, json, Map.of(HttpHeaders.LOCATION, json.href()));
  }

  @GetMapping(ONE)
  @Operation(summary = "How far a payment is")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PaymentJson.class)))
  @Problems
  ResponseEntity<byte[]> one(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    return of(id, token, Speech.of(request), payment -> replies.ok(own.json(payment), Map.of()));
  }

  @GetMapping
  @Operation(summary = "All payments for one reference, the latest first, a page at a time")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PaymentJson.Listing.class)))
  @Problems
  ResponseEntity<byte[]> list(
      @Parameter(required = true) @RequestParam(required = false) @Nullable String reference,
      @Parameter(description = "next of the page before") @RequestParam(required = false)
          @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    if (reference == null) {
      return send(replies.problem(HttpStatus.BAD_REQUEST, "reference", Speech.of(request)));
    }
    if (limit < 1 || limit > MOST) {
      return send(replies.problem(HttpStatus.BAD_REQUEST, "limit", Speech.of(request), MOST));
    }
    var found = own.list(Tokens.client(token), reference, before, limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return send(
        replies.ok(
            new PaymentJson.Listing(
                page.stream().map(own::json).toList(),
                found.size() > limit ? page.getLast().id().value() : null),
            Map.of()));
  }

  @PostMapping(ONE + "/cancellation")
  @Operation(
      summary = "Nobody is to pay it any more",
      description = "Money that is on its way goes back by itself. Twice is once.")
  @KeyRequired
  @ApiResponse(
      responseCode = "200",
      description = "Cancelled",
      content = @Content(schema = @Schema(implementation = PaymentJson.class)))
  @Problems
  ResponseEntity<byte[]> cancel(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    var language = Speech.of(request);
    var call = key(request, Tokens.client(token));
    return of(id, token, language, seen -> once.answer(call, () -> cancel(seen.id(), language)));
  }

  private Reply cancel(PaymentId id, Language language) {
    var payment = payments.findForUpdate(id).orElseThrow();
    if (payment.allows(Act.CANCEL)) door.cancel(payment.reference(), "CLIENT");
    var now = payments.find(id).orElseThrow();
    return now.status() == PaymentStatus.CANCELLED
        ? replies.ok(own.json(now), Map.of())
        : replies.problem(HttpStatus.CONFLICT, "not-open", language);
  }

  /**
   * @param dong left out: all that is left
   */
  @Schema(name = "PaymentRefundOrder")
  record Order(
      @Schema(example = "35000") @Nullable Long dong,
      @Schema(example = "Nộp thừa") @Nullable String reason) {}

  @PostMapping(ONE + "/refunds")
  @Operation(
      summary = "Give money back, all or a part of it",
      description = "The way it came. Above the limit an accountant agrees first (ORDERED).")
  @KeyRequired
  @ApiResponse(
      responseCode = "201",
      description = "Ordered; Location tells where it is",
      content = @Content(schema = @Schema(implementation = PaymentJson.Back.class)))
  @Problems
  ResponseEntity<byte[]> refund(
      @PathVariable UUID id,
      @RequestBody Order order,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    var client = Tokens.client(token);
    var call = key(request, client);
    return of(
        id, token, language, seen -> once.answer(call, () -> refund(seen, order, call, language)));
  }

  private Reply refund(Payment seen, Order order, CallKey call, Language language) {
    var payment = payments.findForUpdate(seen.id()).orElseThrow();
    var dong = Objects.requireNonNullElseGet(order.dong(), () -> orderRefund.left(payment));
    var reason = Objects.requireNonNullElse(order.reason(), "").replace("\0", "");
    var outcome =
        orderRefund.order(payment.id(), dong, reason, null, payment.askedBy(), "call:" + call);
    return switch (outcome) {
      case RefundOutcome.Ordered(var refund) -> {
        var json = own.refund(payment, refund.id()).orElseThrow();
        yield replies.of(HttpStatus.CREATED, json, Map.of(HttpHeaders.LOCATION, json.href()));
      }
      case RefundOutcome.TooMuch(long left) -> refused("dong", "too-much", language, left);
      case RefundOutcome.ReasonMissing none -> refused("reason", "reason-missing", language);
      default -> replies.problem(HttpStatus.CONFLICT, "nothing-to-give-back", language);
    };
  }

  private Reply refused(String field, String code, Language language, Object... arguments) {
    var error = new Problem.Error(field, "/" + field, replies.words(code, language, arguments));
    return replies.problem(
        HttpStatus.UNPROCESSABLE_CONTENT, code, List.of(error), language, arguments);
  }

  @GetMapping(ONE + "/refunds/{refund:[0-9a-fA-F-]{36}}")
  @Operation(summary = "How far money is on its way back")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PaymentJson.Back.class)))
  @Problems
  ResponseEntity<byte[]> oneRefund(
      @PathVariable UUID id,
      @PathVariable UUID refund,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    return of(
        id,
        token,
        language,
        payment ->
            own.refund(payment, refund)
                .map(it -> replies.ok(it, Map.of()))
                .orElseGet(() -> noSuchPayment(language)));
  }

  private ResponseEntity<byte[]> of(
      UUID id, Jwt token, Language language, Function<Payment, Reply> act) {
    return send(
        own.find(id, Tokens.client(token)).map(act).orElseGet(() -> noSuchPayment(language)));
  }

  private Reply noSuchPayment(Language language) {
    return replies.problem(HttpStatus.NOT_FOUND, "no-such-payment", language);
  }

  private static CallKey key(HttpServletRequest request, String client) {
    return CallKeys.required(request, client + " payments");
  }
}
