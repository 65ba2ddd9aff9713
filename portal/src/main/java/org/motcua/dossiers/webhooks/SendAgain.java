package org.motcua.dossiers.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A program asks for messages: old ones once more, or one to try its receiver with. */
@Service
class SendAgain {

  /** What one call sends again at most. */
  static final int MOST = 10_000;

  private final WebhookStore webhooks;
  private final MessageStore messages;
  private final WriteMessages writing;
  private final SendMessages sending;
  private final Clock clock;

  SendAgain(
      WebhookStore webhooks,
      MessageStore messages,
      WriteMessages writing,
      SendMessages sending,
      Clock clock) {
    this.webhooks = webhooks;
    this.messages = messages;
    this.writing = writing;
    this.sending = sending;
    this.clock = clock;
  }

  sealed interface Outcome {

    record NoSuchWebhook() implements Outcome {}

    record NoSuchMessage() implements Outcome {}

    /** Activate it first. */
    record Disabled() implements Outcome {}

    record One(WebhookMessage message) implements Outcome {}

    record Several(int count) implements Outcome {}
  }

  @Transactional
  Outcome test(UUID webhook, String client) {
    return whereActive(webhook, client)
        .orElseGet(
            () ->
                one(webhook, writing.test(found(webhook, client).orElseThrow(), clock.instant())));
  }

  @Transactional
  Outcome one(UUID webhook, String client, UUID message) {
    return whereActive(webhook, client).orElseGet(() -> again(webhook, message));
  }

  private Outcome again(UUID webhook, UUID message) {
    if (messages.find(webhook, message).isEmpty()) return new Outcome.NoSuchMessage();
    messages.replay(message, clock.instant());
    sending.wakeAfterCommit();
    return one(webhook, message);
  }

  /**
   * @param untakenAlone not those that were delivered
   */
  @Transactional
  Outcome allSince(UUID webhook, String client, Instant since, boolean untakenAlone) {
    return whereActive(webhook, client)
        .orElseGet(
            () -> {
              sending.wakeAfterCommit();
              return new Outcome.Several(
                  messages.replayAll(webhook, since, untakenAlone, clock.instant(), MOST));
            });
  }

  private Outcome one(UUID webhook, UUID message) {
    return new Outcome.One(messages.find(webhook, message).orElseThrow());
  }

  /** Empty where it is, else why nothing is sent. */
  private Optional<Outcome> whereActive(UUID webhook, String client) {
    var found = found(webhook, client);
    if (found.isEmpty()) return Optional.of(new Outcome.NoSuchWebhook());
    return found.get().disabled() ? Optional.of(new Outcome.Disabled()) : Optional.empty();
  }

  private Optional<Webhook> found(UUID webhook, String client) {
    return webhooks.find(webhook, client);
  }
}
