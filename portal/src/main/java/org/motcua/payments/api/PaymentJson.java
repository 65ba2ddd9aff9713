package org.motcua.payments.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the program that has asked for it sees it.
 *
 * @param page where the payer goes to pay
 * @param refunds of what was paid, in the order in which they were ordered; money that came a
 *     second time, or for nothing, goes back by itself and is not among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Payment")
record PaymentJson(
    UUID id,
    @Schema(example = "HD-2026-0001") String reference,
    @Schema(
            allowableValues = {
              "OPEN",
              "PAID",
              "PARTLY_REFUNDED",
              "REFUNDED",
              "EXPIRED",
              "CANCELLED",
              "REVERSED"
            })
        String status,
    @Schema(example = "/api/payments/019aa1b2-5c3d-7e4f-8a9b-0c1d2e3f4a5b") String href,
    String page,
    String purpose,
    Words title,
    @Schema(example = "135000") long total,
    long refunded,
    List<Part> items,
    Instant openedAt,
    Instant expiresAt,
    @Nullable Instant paidAt,
    List<Try> attempts,
    List<Back> refunds,
    @Nullable Receipt receipt) {

  @Schema(name = "PaymentWords")
  record Words(
      @Schema(example = "Lệ phí cấp bản sao") @Nullable String vi,
      @Schema(example = "Fee for a copy") @Nullable String en) {}

  @Schema(name = "PaymentItem")
  record Part(
      @Schema(example = "2716") @Nullable String code,
      @Nullable Words name,
      @Schema(example = "135000") @Nullable Long dong,
      @Nullable To to) {}

  /**
   * @param owner an agency's code: the client's own, or one below it
   * @param bank six digits (NAPAS)
   */
  @Schema(name = "PaymentBeneficiary")
  record To(
      @Schema(example = "000.00.00.H49") @Nullable String owner,
      @Schema(example = "UBND tỉnh Quảng Ninh") @Nullable String name,
      @Schema(example = "3511.0.1012345") @Nullable String account,
      @Schema(example = "970436") @Nullable String bank) {}

  /**
   * @param problem why it failed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PaymentAttempt")
  record Try(
      @Schema(example = "vnpay") String way,
      @Schema(example = "SUCCEEDED") String status,
      Instant begunAt,
      @Nullable Instant endedAt,
      @Schema(example = "NO_BALANCE") @Nullable String problem) {}

  /**
   * @param verify where anybody makes sure of it and reads it; once it is signed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PaymentReceipt")
  record Receipt(String series, long number, @Nullable String verify) {}

  /**
   * @param next what to give as {@code before} for the next page; none on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Payments")
  record Listing(List<PaymentJson> items, @Nullable UUID next) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PaymentRefund")
  record Back(
      UUID id,
      @Schema(example = "35000") long dong,
      @Schema(allowableValues = {"ORDERED", "DECLINED", "APPROVED", "DONE", "FAILED"})
          String status,
      String reason,
      String href,
      Instant orderedAt,
      @Nullable Instant endedAt) {}
}
