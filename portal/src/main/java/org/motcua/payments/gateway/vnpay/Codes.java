package org.motcua.payments.gateway.vnpay;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.gateway.Failure;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.model.Attempt;

/** What the protocol's codes mean. */
final class Codes {

  static final String GOOD = "00";

  /** Of vnp_TransactionStatus. */
  private static final String INCOMPLETE = "01";

  private static final String REVERSED = "04";
  private static final String REFUND_BEGUN = "05";
  private static final String REFUND_AT_BANK = "06";

  /** Of both: the payer was charged, and the gateway looks whether it was a fraud. */
  private static final String SUSPICIOUS = "07";

  private static final int HUNDREDTHS = 100;

  /**
   * What a notice, or an answer to a question, says of an attempt.
   *
   * @param response vnp_ResponseCode of a notice; for an answer, {@link #GOOD}
   */
  static Finding finding(
      @Nullable String response, Map<String, String> fields, long dong, Instant now) {
    var status = Objects.requireNonNullElse(fields.get("vnp_TransactionStatus"), response);
    if (status == null || response == null) return new Finding.Pending();
    return switch (status) {
      // A refund that is under way says that the money had come.
      case GOOD, REFUND_BEGUN, REFUND_AT_BANK ->
          response.equals(GOOD)
              ? new Finding.Paid(dong, money(fields, now))
              : new Finding.Failed(failure(response));
      case INCOMPLETE ->
          response.equals(GOOD) ? new Finding.Pending() : new Finding.Failed(failure(response));
      case REVERSED -> new Finding.Reversed();
      case SUSPICIOUS -> new Finding.Pending();
      default -> new Finding.Failed(failure(response));
    };
  }

  private static Attempt.Money money(Map<String, String> fields, Instant now) {
    return new Attempt.Money(
        fields.getOrDefault("vnp_TransactionNo", ""),
        fields.get("vnp_BankCode"),
        VnpayTime.read(fields.get("vnp_PayDate"), now));
  }

  private static Failure failure(String code) {
    return switch (code) {
      case "24" -> Failure.CANCELLED;
      case "11" -> Failure.TIMED_OUT;
      case "51" -> Failure.NO_BALANCE;
      case "65" -> Failure.OVER_LIMIT;
      case "09", "10", "12", "13", "79" -> Failure.NOT_ALLOWED;
      case "75" -> Failure.BANK_CLOSED;
      case SUSPICIOUS -> Failure.SUSPICIOUS;
      default -> Failure.OTHER;
    };
  }

  static String amount(long dong) {
    return String.valueOf(Math.multiplyExact(dong, HUNDREDTHS));
  }

  /** In dong; empty for what is no number, or no whole number of dong. */
  static Optional<Long> dong(@Nullable String amount) {
    if (amount == null || !amount.matches("\\d{1,17}")) return Optional.empty();
    var hundredths = Long.parseLong(amount);
    return hundredths % HUNDREDTHS == 0 ? Optional.of(hundredths / HUNDREDTHS) : Optional.empty();
  }

  private Codes() {}
}
