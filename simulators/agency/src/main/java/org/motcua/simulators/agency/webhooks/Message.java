package org.motcua.simulators.agency.webhooks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the portal has told.
 *
 * @param event such as {@code dossier.accepted}
 * @param times how often it came: at least once
 */
public record Message(
    UUID id,
    String event,
    @Nullable String code,
    @Nullable Integer status,
    Instant happenedAt,
    Instant cameAt,
    int times) {

  private static final Set<String> KNOWN =
      Set.of(
          "dossier.submitted",
          "dossier.accepted",
          "dossier.refused",
          "dossier.additions_requested",
          "dossier.additions_supplied",
          "dossier.payment_requested",
          "dossier.payment_settled",
          "dossier.progressed",
          "dossier.delayed",
          "dossier.withdrawal_denied",
          "dossier.stopped",
          "dossier.finished",
          "dossier.result_ready",
          "dossier.returned",
          "dossier.result_corrected",
          "dossier.result_revoked",
          "webhook.test");

  /** The portal may learn new ones. */
  public String key() {
    return "webhooks.event." + (KNOWN.contains(event) ? event : "other");
  }
}
