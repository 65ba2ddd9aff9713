package org.motcua.dossiers.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.webhooks.CallReceiver.Answered;
import org.motcua.dossiers.webhooks.MessageStore.Claimed;
import org.motcua.dossiers.webhooks.MessageStore.Noted;
import org.motcua.dossiers.webhooks.Webhook.Why;
import org.motcua.dossiers.webhooks.WebhookMessage.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a call went, and when the next one is due. */
@Service
class NoteAnswer {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(12));

  private final WebhookStore webhooks;
  private final MessageStore messages;
  private final DisableWebhook disabling;
  private final Clock clock;

  NoteAnswer(WebhookStore webhooks, MessageStore messages, DisableWebhook disabling, Clock clock) {
    this.webhooks = webhooks;
    this.messages = messages;
    this.disabling = disabling;
    this.clock = clock;
  }

  @Transactional
  void of(Claimed message, Answered answered) {
    var now = clock.instant();
    switch (answered) {
      case Answered.Taken(int status, String excerpt) -> {
        webhooks.succeed(message.webhook());
        messages.note(new Noted(message.id(), State.DELIVERED, now, now, status, excerpt));
      }
      case Answered.Gone(int status, String excerpt) -> {
        webhooks.lock(message.webhook()); // before its messages, as whoever gives them all up
        messages.note(new Noted(message.id(), State.GIVEN_UP, now, now, status, excerpt));
        disabling.disable(message.webhook(), Why.GONE, now);
      }
      case Answered.Closed(String excerpt) ->
          messages.note(new Noted(message.id(), State.GIVEN_UP, now, now, null, excerpt));
      case Answered.NotTaken(int status, String excerpt) -> fail(message, now, status, excerpt);
      case Answered.Silent(String excerpt) -> fail(message, now, null, excerpt);
    }
  }

  private static Noted again(
      Claimed message, Instant now, @Nullable Integer status, String excerpt) {
    var next = now.plus(pauseAfter(message.tries()));
    var state = message.giveUpAt().isAfter(now) ? State.WAITING : State.GIVEN_UP;
    return new Noted(message.id(), state, now, next, status, excerpt);
  }

  /** Several that were on their way at once have failed once. */
  private void fail(Claimed message, Instant now, @Nullable Integer status, String excerpt) {
    var found = webhooks.lock(message.webhook());
    messages.note(again(message, now, status, excerpt));
    if (found.isEmpty() || found.get().disabled()) return;
    var webhook = found.get();
    var since = webhook.failingSince() == null ? now : webhook.failingSince();
    if (!since.plus(MessageStore.TRIED_FOR).isAfter(now)) {
      disabling.disable(webhook.id(), Why.FAILING, now);
      return;
    }
    if (webhook.pausedUntil() != null && webhook.pausedUntil().isAfter(now)) return;
    var failures = webhook.failures() + 1;
    webhooks.fail(webhook.id(), failures, since, now.plus(pauseAfter(failures)));
  }

  static Duration pauseAfter(int tries) {
    return PAUSES.get(Math.clamp(tries - 1L, 0, PAUSES.size() - 1));
  }
}
