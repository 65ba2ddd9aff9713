package org.motcua.payments.gateway.vnpay;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.TakeFinding;
import org.motcua.payments.gateway.Verdict;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.MessageLog;
import org.motcua.payments.model.PaymentStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the gateway tells unasked (IPN); message and effect are one transaction. */
@Service
class TakeNotice {

  private static final String MASKED = "***";

  private final VnpaySettings settings;
  private final TakeFinding takeFinding;
  private final PaymentStore payments;
  private final MessageLog log;
  private final Clock clock;

  TakeNotice(
      VnpaySettings settings,
      TakeFinding takeFinding,
      PaymentStore payments,
      MessageLog log,
      Clock clock) {
    this.settings = settings;
    this.takeFinding = takeFinding;
    this.payments = payments;
    this.log = log;
    this.clock = clock;
  }

  /** In the protocol's own words; whatever is not {@code 00} or {@code 02} is told again by it. */
  enum Answer {
    CONFIRMED("00", "Confirm Success"),
    ORDER_NOT_FOUND("01", "Order not found"),
    CONFIRMED_BEFORE("02", "Order already confirmed"),
    WRONG_AMOUNT("04", "Invalid amount"),
    FORGED("97", "Fail checksum"),
    FAULT("99", "Unknown error");

    private final String code;
    private final String message;

    Answer(String code, String message) {
      this.code = code;
      this.message = message;
    }

    String code() {
      return code;
    }

    String message() {
      return message;
    }
  }

  @Transactional
  Answer take(Map<String, String> notice) {
    var answer = answer(notice);
    var known = answer == Answer.FORGED ? null : notice.get("vnp_TxnRef");
    log.heard(VnpayGateway.ID, "ipn", known, shown(notice), answer.code(), answer.name());
    return answer;
  }

  boolean isGenuine(Map<String, String> notice) {
    return settings.complete()
        && Signature.equal(settings.signature().ofFields(notice), notice.get(Signature.FIELD));
  }

  private Answer answer(Map<String, String> notice) {
    if (!isGenuine(notice)) return Answer.FORGED;
    var ref = notice.get("vnp_TxnRef");
    if (ref == null || !settings.terminal().equals(notice.get("vnp_TmnCode"))) {
      return Answer.ORDER_NOT_FOUND;
    }
    var dong = Codes.dong(notice.get("vnp_Amount"));
    if (dong.isEmpty()) return Answer.WRONG_AMOUNT;
    var finding =
        Codes.finding(notice.get("vnp_ResponseCode"), notice, dong.get(), clock.instant());
    // Money is compared with what is owed where it is taken in; whatever else is said, here.
    if (!(finding instanceof Finding.Paid) && isOfAnotherSum(ref, dong.get())) {
      return Answer.WRONG_AMOUNT;
    }
    return worded(takeFinding.take(VnpayGateway.ID, ref, finding));
  }

  private boolean isOfAnotherSum(String ref, long dong) {
    return payments.findAttempt(ref).map(Attempt::dong).filter(owed -> owed != dong).isPresent();
  }

  private static Answer worded(Verdict verdict) {
    return switch (verdict) {
      case TAKEN -> Answer.CONFIRMED;
      case KNOWN_BEFORE -> Answer.CONFIRMED_BEFORE;
      case NO_SUCH_ATTEMPT -> Answer.ORDER_NOT_FOUND;
      case WRONG_AMOUNT -> Answer.WRONG_AMOUNT;
    };
  }

  private static String shown(Map<String, String> notice) {
    var shown = new TreeMap<>(notice);
    shown.replace(Signature.FIELD, MASKED);
    return shown.toString();
  }
}
