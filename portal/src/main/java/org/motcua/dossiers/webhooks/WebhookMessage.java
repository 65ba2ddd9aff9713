package org.motcua.dossiers.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, for one webhook.
 *
 * @param code of the dossier; null: a test
 * @param answer HTTP status of the last answer; null: none came
 * @param excerpt its beginning, or why there was none
 */
record WebhookMessage(
    UUID id,
    String event,
    @Nullable String code,
    Instant at,
    State state,
    int tries,
    Instant dueAt,
    @Nullable Instant answeredAt,
    @Nullable Integer answer,
    @Nullable String excerpt) {

  enum State {
    WAITING,
    DELIVERED,
    /** Nobody took it in three days. */
    GIVEN_UP,
    /** It happened while the webhook was disabled. */
    MISSED
  }
}
