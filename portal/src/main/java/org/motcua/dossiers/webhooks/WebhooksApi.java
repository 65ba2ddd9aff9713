package org.motcua.dossiers.webhooks;

import static org.motcua.dossiers.api.Replies.send;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.api.Replies;
import org.motcua.dossiers.webhooks.Webhook.Concerns;
import org.motcua.dossiers.webhooks.WebhookMessage.State;
import org.motcua.identity.Tokens;
import org.motcua.platform.api.KeyOptional;
import org.motcua.platform.api.Problem;
import org.motcua.platform.api.Problems;
import org.motcua.platform.api.ProgramApi;
import org.motcua.platform.api.Speech;
import org.motcua.platform.idempotency.CallKeys;
import org.motcua.platform.idempotency.OnlyOnce;
import org.motcua.platform.idempotency.Reply;
import org.motcua.platform.web.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A program's webhooks. It sees its own, and nobody else's. */
@ProgramApi
@RestController
@RequestMapping(WebhooksApi.PATH)
@PreAuthorize(
    "hasAnyAuthority('" + WebhooksApi.FILES + "', '" + WebhooksApi.HANDLES + "', 'SCOPE_payments')")
@Tag(
    name = "Webhooks",
    description =
        "Being told what happens with the dossiers that were begun with the program (scope"
            + " dossiers.file), or that lie at its agency and below it (dossiers.handle), and with"
            + " the payments that it has asked for (payments)")
class WebhooksApi {

  static final String PATH = "/api/webhooks";
  static final String FILES = "SCOPE_dossiers.file";
  static final String HANDLES = "SCOPE_dossiers.handle";
  private static final String ONE = "/{id:[0-9a-fA-F-]{36}}";

  private static final int MOST = 200;

  private final ManageWebhooks manage;
  private final SendAgain sendAgain;
  private final WebhookStore webhooks;
  private final MessageStore messages;
  private final WebhookPace pace;
  private final OnlyOnce once;
  private final Replies replies;

  WebhooksApi(
      ManageWebhooks manage,
      SendAgain sendAgain,
      WebhookStore webhooks,
      MessageStore messages,
      WebhookPace pace,
      OnlyOnce once,
      Replies replies) {
    this.manage = manage;
    this.sendAgain = sendAgain;
    this.webhooks = webhooks;
    this.messages = messages;
    this.pace = pace;
    this.once = once;
    this.replies = replies;
  }

  @PostMapping
  @Operation(
      summary = "Have an address told of what happens",
      description =
          "Messages are as Standard Webhooks has them (webhook-id, webhook-timestamp,"
              + " webhook-signature). The secret is in this answer and never shown again. An"
              + " address that is there already is refused, so that a call sent twice makes one.")
  @ApiResponse(
      responseCode = "201",
      description = "Subscribed",
      content = @Content(schema = @Schema(implementation = WebhookJson.class)))
  @Problems
  ResponseEntity<byte[]> subscribe(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = WebhookJson.Subscription.class),
                      examples =
                          @ExampleObject(
                              "{\"address\": \"https://hoso.luatsu.example/motcua\", \"events\":"
                                  + " [\"dossier.accepted\", \"dossier.returned\"]}")))
          @RequestBody
          WebhookJson.Subscription wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    var events = EnumSet.noneOf(EventType.class);
    for (var name : Objects.requireNonNullElse(wanted.events(), List.<@Nullable String>of())) {
      var type = EventType.parse(String.valueOf(name));
      if (type.isEmpty()) return send(refused("no-such-event", "events", language, knownEvents()));
      events.add(type.get());
    }
    var address = Objects.requireNonNullElse(wanted.address(), "").strip();
    var outcome =
        manage.subscribe(
            new ManageWebhooks.Wanted(
                Tokens.client(token), Tokens.agency(token), concerns(), address, events));
    return send(
        switch (outcome) {
          case SubscribingOutcome.Subscribed(Webhook webhook, WebhookSecret secret) ->
              replies.of(
                  HttpStatus.CREATED,
                  WebhookJson.of(webhook, secret, manage.now()),
                  Map.of(HttpHeaders.LOCATION, PATH + "/" + webhook.id()));
          case SubscribingOutcome.AddressRefused(String why) ->
              refused("webhook-address", "address", language, why);
          case SubscribingOutcome.AddressTaken none ->
              replies.problem(HttpStatus.CONFLICT, "webhook-there", language);
          case SubscribingOutcome.TooMany(int most) ->
              replies.problem(HttpStatus.CONFLICT, "too-many-webhooks", language, most);
        });
  }

  private static String knownEvents() {
    return String.join(
        ", ", EnumSet.allOf(EventType.class).stream().map(Object::toString).toList());
  }

  /** By what the token lets it do. */
  private static Concerns concerns() {
    var authentication =
        Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    var may = AuthorityUtils.authorityListToSet(authentication.getAuthorities());
    if (may.contains(HANDLES)) return Concerns.AGENCY;
    return may.contains(FILES) ? Concerns.FILED : Concerns.NONE;
  }

  @GetMapping
  @Operation(summary = "All webhooks of the program")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WebhookJson.Listing.class)))
  @Problems
  ResponseEntity<byte[]> list(@AuthenticationPrincipal Jwt token) {
    var now = manage.now();
    var items =
        webhooks.list(Tokens.client(token)).stream()
            .map(webhook -> WebhookJson.of(webhook, null, now))
            .toList();
    return send(replies.ok(new WebhookJson.Listing(items), Map.of()));
  }

  @GetMapping(ONE)
  @Operation(summary = "One webhook")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WebhookJson.class)))
  @Problems
  ResponseEntity<byte[]> one(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    return send(
        webhooks
            .find(id, Tokens.client(token))
            .map(this::told)
            .orElseGet(() -> noSuchWebhook(Speech.of(request))));
  }

  private Reply told(Webhook webhook) {
    return replies.ok(WebhookJson.of(webhook, null, manage.now()), Map.of());
  }

  @DeleteMapping(ONE)
  @Operation(summary = "Be told no more", description = "Its messages are forgotten as well.")
  @ApiResponse(responseCode = "204", description = "Removed", content = @Content)
  @Problems
  ResponseEntity<byte[]> remove(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    return manage.remove(id, Tokens.client(token))
        ? ResponseEntity.noContent().build()
        : send(noSuchWebhook(Speech.of(request)));
  }

  @PostMapping(ONE + "/secret")
  @Operation(
      summary = "Exchange the secret",
      description =
          "For a day messages carry two signatures, by the fresh secret and by the former one. If"
              + " the answer got lost, ask again: the receiver's own stays good for that day.")
  @ApiResponse(
      responseCode = "200",
      description = "Exchanged; the fresh secret is shown this once",
      content = @Content(schema = @Schema(implementation = WebhookJson.class)))
  @Problems
  ResponseEntity<byte[]> exchangeSecret(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    return send(
        manage
            .exchangeSecret(id, Tokens.client(token))
            .map(
                it -> replies.ok(WebhookJson.of(it.webhook(), it.secret(), manage.now()), Map.of()))
            .orElseGet(() -> noSuchWebhook(Speech.of(request))));
  }

  @PostMapping(ONE + "/activation")
  @Operation(
      summary = "Activate a webhook that was disabled",
      description = "Then replay what was missed. Twice is once.")
  @ApiResponse(
      responseCode = "200",
      description = "Active",
      content = @Content(schema = @Schema(implementation = WebhookJson.class)))
  @Problems
  ResponseEntity<byte[]> activate(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    return send(
        manage
            .activate(id, Tokens.client(token))
            .map(this::told)
            .orElseGet(() -> noSuchWebhook(Speech.of(request))));
  }

  @PostMapping(ONE + "/ping")
  @Operation(summary = "Send a test message, of type webhook.test")
  @KeyOptional
  @ApiResponse(
      responseCode = "202",
      description = "On its way",
      content = @Content(schema = @Schema(implementation = WebhookJson.Delivery.class)))
  @Problems
  ResponseEntity<byte[]> ping(
      @PathVariable UUID id, @AuthenticationPrincipal Jwt token, HttpServletRequest request) {
    return asked(token, request, () -> sendAgain.test(id, Tokens.client(token)));
  }

  @GetMapping(ONE + "/deliveries")
  @Operation(
      summary = "Messages and what became of them, the latest first, a page at a time",
      description = "Kept for 30 days.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WebhookJson.Deliveries.class)))
  @Problems
  ResponseEntity<byte[]> deliveries(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable State state,
      @Parameter(description = "next of the page before") @RequestParam(required = false)
          @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var language = Speech.of(request);
    if (limit < 1 || limit > MOST) {
      return send(replies.problem(HttpStatus.BAD_REQUEST, "limit", language, MOST));
    }
    if (webhooks.find(id, Tokens.client(token)).isEmpty()) return send(noSuchWebhook(language));
    var found = messages.list(id, state, before, limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return send(
        replies.ok(
            new WebhookJson.Deliveries(
                page.stream().map(WebhookJson.Delivery::of).toList(),
                found.size() > limit ? page.getLast().id() : null),
            Map.of()));
  }

  @PostMapping(ONE + "/deliveries/{delivery}/replay")
  @Operation(summary = "Send one message again", description = "With the webhook-id that it had.")
  @KeyOptional
  @ApiResponse(
      responseCode = "202",
      description = "On its way",
      content = @Content(schema = @Schema(implementation = WebhookJson.Delivery.class)))
  @Problems
  ResponseEntity<byte[]> replayOne(
      @PathVariable UUID id,
      @PathVariable UUID delivery,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    return asked(token, request, () -> sendAgain.one(id, Tokens.client(token), delivery));
  }

  @PostMapping(ONE + "/replay")
  @Operation(
      summary = "Send all messages again since a time",
      description = "The oldest first, 10 000 at most; with the webhook-ids that they had.")
  @KeyOptional
  @ApiResponse(
      responseCode = "202",
      description = "On their way",
      content = @Content(schema = @Schema(implementation = WebhookJson.Replayed.class)))
  @Problems
  ResponseEntity<byte[]> replayAll(
      @PathVariable UUID id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = WebhookJson.Replay.class),
                      examples =
                          @ExampleObject(
                              "{\"since\": \"2026-11-20T00:00:00Z\", \"undeliveredOnly\": true}")))
          @RequestBody
          WebhookJson.Replay wanted,
      @AuthenticationPrincipal Jwt token,
      HttpServletRequest request) {
    var since = wanted.since();
    if (since == null) return send(refused("since-missing", "since", Speech.of(request)));
    var untaken = Boolean.TRUE.equals(wanted.undeliveredOnly());
    return asked(
        token, request, () -> sendAgain.allSince(id, Tokens.client(token), since, untaken));
  }

  private ResponseEntity<byte[]> asked(
      Jwt token, HttpServletRequest request, Supplier<SendAgain.Outcome> act) {
    var language = Speech.of(request);
    var client = Tokens.client(token);
    if (!pace.mayAsk(client)) {
      return send(
          replies.problem(
              HttpStatus.TOO_MANY_REQUESTS,
              "webhook-too-often",
              language,
              WebhookPace.ASKED.times()));
    }
    var call = CallKeys.of(request, client + " webhooks");
    return send(once.answer(call, () -> said(act.get(), language)));
  }

  private Reply said(SendAgain.Outcome outcome, Language language) {
    return switch (outcome) {
      case SendAgain.Outcome.One(WebhookMessage message) ->
          replies.of(HttpStatus.ACCEPTED, WebhookJson.Delivery.of(message), Map.of());
      case SendAgain.Outcome.Several(int count) ->
          replies.of(HttpStatus.ACCEPTED, new WebhookJson.Replayed(count), Map.of());
      case SendAgain.Outcome.Disabled none ->
          replies.problem(HttpStatus.CONFLICT, "webhook-disabled", language);
      case SendAgain.Outcome.NoSuchMessage none ->
          replies.problem(HttpStatus.NOT_FOUND, "no-such-delivery", language);
      case SendAgain.Outcome.NoSuchWebhook none -> noSuchWebhook(language);
    };
  }

  private Reply refused(String code, String field, Language language, Object... arguments) {
    var error = new Problem.Error(field, "/" + field, replies.words(code, language, arguments));
    return replies.problem(
        HttpStatus.UNPROCESSABLE_CONTENT, code, List.of(error), language, arguments);
  }

  private Reply noSuchWebhook(Language language) {
    return replies.problem(HttpStatus.NOT_FOUND, "no-such-webhook", language);
  }
}
