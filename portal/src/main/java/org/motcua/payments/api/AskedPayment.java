package org.motcua.payments.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks somebody to pay.
 *
 * @param reference the program's own name for it: asked for twice it is one payment
 * @param facts what belongs on the receipt besides
 * @param returnTo where the payer goes on afterwards, at an address that the client has registered
 * @param minutes how long it may be paid; or expiresAt; a week if both are left out
 */
@Schema(name = "PaymentRequest")
record AskedPayment(
    @Schema(example = "HD-2026-0001", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String reference,
    @Schema(
            allowableValues = {"FEE", "CONTRIBUTION", "FINE", "BILL", "TAX", "JUDICIAL_CHARGE"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String purpose,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) PaymentJson.@Nullable Words title,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable List<PaymentJson.@Nullable Part> items,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Who payer,
    @Nullable Map<String, @Nullable String> facts,
    @Nullable String returnTo,
    @Nullable Instant expiresAt,
    @Schema(example = "1440") @Nullable Long minutes) {

  /**
   * @param email where the receipt goes
   */
  @Schema(name = "PaymentPayer")
  record Who(
      @Schema(example = "Nguyễn Thị Mai") @Nullable String name,
      @Nullable String email,
      @Schema(example = "022190001234") @Nullable String idNumber) {}
}
