package org.motcua.simulators.agency.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the portal's messages, and shows them to whoever wants to see how that works. */
@Controller
@ConditionalOnBooleanProperty("agency.reads-dossiers")
class WebhooksController {

  private static final int UNAUTHORIZED = 401;

  private final Subscription subscription;
  private final Messages messages;
  private final JsonMapper json;
  private final Clock clock;
  private final AtomicInteger refused = new AtomicInteger();

  WebhooksController(Subscription subscription, Messages messages, JsonMapper json, Clock clock) {
    this.subscription = subscription;
    this.messages = messages;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/webhooks")
  ResponseEntity<Void> take(
      @RequestHeader(name = "webhook-id", defaultValue = "") String id,
      @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
      @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
      @RequestBody byte[] body) {
    var secret = subscription.secret();
    if (secret.isEmpty()
        || !Signatures.isGood(secret.get(), id, timestamp, signature, body, clock.instant())) {
      refused.incrementAndGet();
      return ResponseEntity.status(UNAUTHORIZED).build();
    }
    var message = read(id, body);
    if (message == null) return ResponseEntity.badRequest().build();
    messages.keep(message);
    return ResponseEntity.noContent().build();
  }

  private @Nullable Message read(String id, byte[] body) {
    try {
      var told = json.readTree(body);
      var data = told.path("data");
      return new Message(
          UUID.fromString(id),
          told.path("type").asString(),
          data.path("code").asString(null),
          data.has("status") ? data.path("status").asInt() : null,
          Instant.parse(told.path("timestamp").asString()),
          clock.instant(),
          1);
    } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
      return null;
    }
  }

  @GetMapping("/webhooks")
  String list(Model model) {
    model.addAttribute("messages", messages.latest());
    model.addAttribute("subscribed", subscription.secret().isPresent());
    model.addAttribute("refused", refused.get());
    return "webhooks/list";
  }
}
