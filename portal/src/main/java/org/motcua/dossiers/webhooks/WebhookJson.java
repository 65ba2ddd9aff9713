package org.motcua.dossiers.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its program sees it.
 *
 * @param concerns {@code FILED}: what was begun with the program; {@code AGENCY}: what lies at its
 *     agency and below it; {@code NONE}: payments alone
 * @param events none: all
 * @param secret only in the answer that has made it
 * @param formerSecretUntil until when messages are signed with the secret of before as well
 * @param failingSince since when no call has succeeded
 * @param disabledWhy {@code GONE} (it answered 410) or {@code FAILING} (three days)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook")
record WebhookJson(
    UUID id,
    @Schema(example = "https://hoso.luatsu.example/motcua") String address,
    @Schema(allowableValues = {"FILED", "AGENCY", "NONE"}) String concerns,
    @Schema(example = "[\"dossier.accepted\", \"dossier.returned\"]") List<String> events,
    @Schema(example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD1vA3CGy8pG4=") @Nullable String secret,
    @Nullable Instant formerSecretUntil,
    Instant createdAt,
    @Nullable Instant failingSince,
    @Nullable Instant disabledAt,
    @Schema(allowableValues = {"GONE", "FAILING"}) @Nullable String disabledWhy) {

  static WebhookJson of(Webhook webhook, @Nullable WebhookSecret secret, Instant now) {
    var former = webhook.formerUntil();
    var why = webhook.disabledWhy();
    return new WebhookJson(
        webhook.id(),
        webhook.address(),
        webhook.concerns().name(),
        webhook.events().stream().sorted().map(EventType::toString).toList(),
        secret == null ? null : secret.written(),
        former == null || !former.isAfter(now) ? null : former,
        webhook.createdAt(),
        webhook.failingSince(),
        webhook.disabledAt(),
        why == null ? null : why.name());
  }

  /** All that a program has. */
  @Schema(name = "Webhooks")
  record Listing(List<WebhookJson> items) {}

  /**
   * What to be told of.
   *
   * @param events left out, or none: all
   */
  @Schema(name = "Subscription")
  record Subscription(
      @Schema(
              example = "https://hoso.luatsu.example/motcua",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String address,
      @Schema(example = "[\"dossier.accepted\", \"dossier.returned\"]")
          @Nullable List<@Nullable String> events) {}

  /**
   * One message and what became of it.
   *
   * @param id its {@code webhook-id}
   * @param nextTry of one that waits
   * @param answer HTTP status of the last answer
   * @param excerpt its beginning, or why none came
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WebhookDelivery")
  record Delivery(
      UUID id,
      @Schema(example = "dossier.accepted") String event,
      @Schema(example = "H49.12.03-261121-0001") @Nullable String code,
      Instant at,
      @Schema(allowableValues = {"WAITING", "DELIVERED", "GIVEN_UP", "MISSED"}) String state,
      int tries,
      @Nullable Instant nextTry,
      @Nullable Instant answeredAt,
      @Schema(example = "200") @Nullable Integer answer,
      @Nullable String excerpt) {

    static Delivery of(WebhookMessage message) {
      return new Delivery(
          message.id(),
          message.event(),
          message.code(),
          message.at(),
          message.state().name(),
          message.tries(),
          message.state() == WebhookMessage.State.WAITING ? message.dueAt() : null,
          message.answeredAt(),
          message.answer(),
          message.excerpt());
    }
  }

  /**
   * @param next what to give as {@code before} for the next page; none on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WebhookDeliveries")
  record Deliveries(List<Delivery> items, @Nullable UUID next) {}

  /**
   * What to send again.
   *
   * @param undeliveredOnly not what was taken
   */
  @Schema(name = "WebhookReplay")
  record Replay(
      @Schema(example = "2026-11-20T00:00:00Z", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable Instant since,
      @Nullable Boolean undeliveredOnly) {}

  /**
   * @param count how many are sent again
   */
  @Schema(name = "WebhookReplayed")
  record Replayed(int count) {}
}
