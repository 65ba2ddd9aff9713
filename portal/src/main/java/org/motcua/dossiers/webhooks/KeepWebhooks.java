package org.motcua.dossiers.webhooks;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.webhooks.WebhookMessage.State;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does at the desk for a program of his agency. Each may come twice: what
 * waits already waits once, what has arrived is not sent by a second click.
 */
@Service
class KeepWebhooks {

  private final ManageWebhooks manage;
  private final SendAgain sendAgain;
  private final WebhookStore webhooks;
  private final MessageStore messages;
  private final WebhookPace pace;
  private final AuditTrail audit;
  private final Clock clock;

  KeepWebhooks(
      ManageWebhooks manage,
      SendAgain sendAgain,
      WebhookStore webhooks,
      MessageStore messages,
      WebhookPace pace,
      AuditTrail audit,
      Clock clock) {
    this.manage = manage;
    this.sendAgain = sendAgain;
    this.webhooks = webhooks;
    this.messages = messages;
    this.pace = pace;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the page then tells. */
  enum Told {
    ACTIVE,
    SENT_AGAIN,
    SENT_TEST,
    ARRIVED_BEFORE,
    NOTHING_MISSED,
    DISABLED,
    TOO_OFTEN
  }

  /** Empty where the program has no such webhook. */
  Optional<Told> activate(UUID id, String client, CurrentUser officer) {
    return manage.activate(id, client, actor(officer)).map(webhook -> Told.ACTIVE);
  }

  @Transactional
  Optional<Told> test(UUID id, String client, CurrentUser officer) {
    if (!pace.mayAsk(client)) return Optional.of(Told.TOO_OFTEN);
    return told(sendAgain.test(id, client), Told.SENT_TEST, id, officer, "dossiers.webhook-tested");
  }

  /** One that did not arrive. */
  @Transactional
  Optional<Told> again(UUID id, String client, UUID message, CurrentUser officer) {
    if (webhooks.find(id, client).isEmpty()) return Optional.empty();
    var found = messages.find(id, message);
    if (found.isEmpty()) return Optional.empty();
    if (found.get().state() == State.DELIVERED) return Optional.of(Told.ARRIVED_BEFORE);
    if (!pace.mayAsk(client)) return Optional.of(Told.TOO_OFTEN);
    return told(
        sendAgain.one(id, client, message),
        Told.SENT_AGAIN,
        id,
        officer,
        "dossiers.webhook-replayed");
  }

  /** All that did not arrive and are tried no more. */
  @Transactional
  Optional<Told> allMissed(UUID id, String client, CurrentUser officer) {
    if (!pace.mayAsk(client)) return Optional.of(Told.TOO_OFTEN);
    var since = clock.instant().minus(Subscriptions.KEPT);
    return told(
        sendAgain.allSince(id, client, since, true),
        Told.SENT_AGAIN,
        id,
        officer,
        "dossiers.webhook-replayed");
  }

  private Optional<Told> told(
      SendAgain.Outcome outcome, Told done, UUID id, CurrentUser officer, String action) {
    return switch (outcome) {
      case SendAgain.Outcome.NoSuchWebhook none -> Optional.empty();
      case SendAgain.Outcome.NoSuchMessage none -> Optional.empty();
      case SendAgain.Outcome.Disabled none -> Optional.of(Told.DISABLED);
      case SendAgain.Outcome.Several(int count) when count == 0 -> Optional.of(Told.NOTHING_MISSED);
      case SendAgain.Outcome.Several(int count) -> {
        audit.record(actor(officer), action, "webhook", id.toString(), Map.of("messages", count));
        yield Optional.of(done);
      }
      case SendAgain.Outcome.One(WebhookMessage message) -> {
        audit.record(
            actor(officer),
            action,
            "webhook",
            id.toString(),
            Map.of("message", message.id().toString()));
        yield Optional.of(done);
      }
    };
  }

  private static String actor(CurrentUser officer) {
    return "account:" + officer.id();
  }
}
