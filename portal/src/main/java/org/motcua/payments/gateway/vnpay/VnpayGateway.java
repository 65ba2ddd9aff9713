package org.motcua.payments.gateway.vnpay;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.motcua.platform.calling.OutOfOrder;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** VNPAY 2.1.0 as a way to pay. */
@Component
class VnpayGateway implements PaymentGateway {

  static final String ID = "vnpay";
  static final String RETURN = "/payments/vnpay/return";

  private static final String VERSION = "2.1.0";
  private static final String NO_SUCH_ORDER = "91";
  private static final String BEING_DONE = "94";
  private static final String WHOLE = "02";
  private static final String PART = "03";
  private static final String PORTAL = "motcua";
  private static final String OUR_ADDRESS = "127.0.0.1";

  /** What its page takes for one payment. */
  private static final long LEAST = 5_000;

  private static final long MOST = 999_999_999;

  private final VnpaySettings settings;
  private final VnpayCalls calls;
  private final Clock clock;
  private final String publicUrl;

  VnpayGateway(
      VnpaySettings settings,
      VnpayCalls calls,
      Clock clock,
      @Value("${motcua.public-url}") String publicUrl) {
    this.settings = settings;
    this.calls = calls;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return 20;
  }

  @Override
  public boolean takes(Payment payment) {
    return settings.complete() && payment.total() >= LEAST && payment.total() <= MOST;
  }

  @Override
  public Duration patience() {
    return settings.patience();
  }

  @Override
  public boolean canBeAsked() {
    return true;
  }

  @Override
  public LedgerAccount holding(Payment payment) {
    return new LedgerAccount.Clearing(ID);
  }

  /** Nobody is called: the payer's browser carries the order there. */
  @Override
  public Beginning begin(Attempt attempt, Payment payment, Visit visit) {
    var order = new TreeMap<String, String>();
    order.put("vnp_Version", VERSION);
    order.put("vnp_Command", "pay");
    order.put("vnp_TmnCode", settings.terminal());
    order.put("vnp_Amount", Codes.amount(attempt.dong()));
    order.put("vnp_CurrCode", "VND");
    order.put("vnp_TxnRef", attempt.ref());
    order.put("vnp_OrderInfo", orderInfo(attempt));
    order.put("vnp_OrderType", "other");
    order.put("vnp_Locale", visit.language().equals("en") ? "en" : "vn");
    order.put("vnp_ReturnUrl", publicUrl + RETURN);
    order.put("vnp_IpAddr", visit.address());
    order.put("vnp_CreateDate", VnpayTime.written(attempt.begunAt()));
    order.put("vnp_ExpireDate", VnpayTime.written(attempt.expiresAt()));
    return new Beginning.GoTo(address(settings.payPage(), order, settings.signature()));
  }

  static String address(String page, Map<String, String> order, Signature signature) {
    return page
        + "?"
        + Signature.query(order)
        + "&"
        + Signature.FIELD
        + "="
        + signature.ofFields(order);
  }

  /** Letters without marks, digits and blanks: all that the protocol wants there. */
  private static String orderInfo(Attempt attempt) {
    return plain("Thanh toan dich vu cong " + attempt.ref());
  }

  static String plain(String text) {
    var letters =
        Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD);
    return letters.replaceAll("\\p{M}", "").replaceAll("[^A-Za-z0-9 ]", " ");
  }

  @Override
  public Finding ask(Attempt attempt) {
    var question = new LinkedHashMap<String, String>();
    question.put("vnp_RequestId", plainId(NewId.next()));
    question.put("vnp_Version", VERSION);
    question.put("vnp_Command", "querydr");
    question.put("vnp_TmnCode", settings.terminal());
    question.put("vnp_TxnRef", attempt.ref());
    question.put("vnp_TransactionDate", VnpayTime.written(attempt.begunAt()));
    question.put("vnp_CreateDate", VnpayTime.written(clock.instant()));
    question.put("vnp_IpAddr", OUR_ADDRESS);
    question.put("vnp_OrderInfo", orderInfo(attempt));
    try {
      return found(calls.call("query", attempt.ref(), question), attempt);
    } catch (OutOfOrder e) {
      return new Finding.OutOfOrder(String.valueOf(e.getMessage()));
    }
  }

  private Finding found(Map<String, String> answer, Attempt attempt) {
    var code = answer.getOrDefault("vnp_ResponseCode", "");
    if (code.equals(NO_SUCH_ORDER)) return new Finding.Unknown();
    if (!code.equals(Codes.GOOD)) return new Finding.OutOfOrder("VNPAY answered " + code);
    if (!attempt.ref().equals(answer.get("vnp_TxnRef"))) {
      return new Finding.OutOfOrder("VNPAY answered of another order");
    }
    return Codes.dong(answer.get("vnp_Amount"))
        .map(dong -> Codes.finding(Codes.GOOD, answer, dong, clock.instant()))
        .orElseGet(() -> new Finding.OutOfOrder("VNPAY answered without an amount"));
  }

  /** The same refund has the same number of request, by which the gateway knows it again. */
  @Override
  public Refunding refund(Refund refund, Attempt attempt, Payment payment) {
    var order = new LinkedHashMap<String, String>();
    order.put("vnp_RequestId", plainId(refund.id()));
    order.put("vnp_Version", VERSION);
    order.put("vnp_Command", "refund");
    order.put("vnp_TmnCode", settings.terminal());
    order.put("vnp_TransactionType", refund.dong() == attempt.dong() ? WHOLE : PART);
    order.put("vnp_TxnRef", attempt.ref());
    order.put("vnp_Amount", Codes.amount(refund.dong()));
    order.put(
        "vnp_TransactionNo", attempt.brought() == null ? "" : attempt.brought().transaction());
    order.put("vnp_TransactionDate", VnpayTime.written(attempt.begunAt()));
    order.put("vnp_CreateBy", PORTAL);
    order.put("vnp_CreateDate", VnpayTime.written(refund.orderedAt()));
    order.put("vnp_IpAddr", OUR_ADDRESS);
    order.put("vnp_OrderInfo", "Hoan tien " + attempt.ref());
    try {
      var answer = calls.call("refund", attempt.ref(), order);
      var code = answer.getOrDefault("vnp_ResponseCode", "");
      return switch (code) {
        case Codes.GOOD -> new Refunding.Done(answer.getOrDefault("vnp_TransactionNo", ""));
        case BEING_DONE -> new Refunding.Underway();
        case "02", "03", "91", "95" -> new Refunding.Refused(code);
        default -> new Refunding.OutOfOrder("VNPAY answered " + code);
      };
    } catch (OutOfOrder e) {
      return new Refunding.OutOfOrder(String.valueOf(e.getMessage()));
    }
  }

  private static String plainId(UUID id) {
    return id.toString().replace("-", "").toLowerCase(Locale.ROOT);
  }
}
