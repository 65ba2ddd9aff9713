package org.motcua.dossiers.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as those who keep its program see it.
 *
 * @param events none: all
 * @param failingSince since when no call has succeeded
 */
public record WebhookRow(
    UUID id,
    String address,
    String concerns,
    List<String> events,
    State state,
    Instant createdAt,
    @Nullable Instant failingSince,
    @Nullable Instant disabledAt) {

  /** How it fares. */
  public enum State {
    WORKS,
    FAILS,
    /** Disabled: it took nothing for three days. */
    FAILING,
    /** Disabled: it said that it is gone for good. */
    GONE;

    public boolean disabled() {
      return this == FAILING || this == GONE;
    }
  }

  static WebhookRow of(Webhook webhook) {
    return new WebhookRow(
        webhook.id(),
        webhook.address(),
        webhook.concerns().name(),
        webhook.events().stream().sorted().map(EventType::toString).toList(),
        state(webhook),
        webhook.createdAt(),
        webhook.failingSince(),
        webhook.disabledAt());
  }

  private static State state(Webhook webhook) {
    var why = webhook.disabledWhy();
    if (why != null) return State.valueOf(why.name());
    return webhook.failingSince() == null ? State.WORKS : State.FAILS;
  }
}
