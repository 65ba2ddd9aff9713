package org.motcua.payments.gateway.platform;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.motcua.platform.calling.OutOfOrder;
import org.springframework.stereotype.Component;

/** The national Payment Platform, at which the payer chooses a bank or a wallet. */
@Component
class PlatformGateway implements PaymentGateway {

  static final String ID = "platform";

  private static final String VERSION = "1.0.6";
  private static final String DONG = "VND";
  private static final int RANK = 10;
  private static final int LONGEST_WORDS = 255;
  private static final int LONGEST_ADDRESS = 2_000;

  /** TrangThaiGD. The contract's; that it is 0 before anybody has paid is to be confirmed. */
  private static final String NOT_YET = "0";

  private static final String PAID = "1";
  private static final String PENDING = "3";
  private static final String FAILED = "4";

  private final Partner partner;
  private final PlatformCalls calls;

  PlatformGateway(Partner partner, PlatformCalls calls) {
    this.partner = partner;
    this.calls = calls;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
  }

  /** Its receipt has room for one beneficiary. */
  @Override
  public boolean takes(Payment payment) {
    return partner.isSetUp() && Voucher.canTell(payment);
  }

  @Override
  public Duration patience() {
    return partner.patience();
  }

  @Override
  public boolean canBeAsked() {
    return true;
  }

  @Override
  public LedgerAccount holding(Payment payment) {
    return new LedgerAccount.Clearing(ID);
  }

  @Override
  public Beginning begin(Attempt attempt, Payment payment, Visit visit) {
    try {
      var answer =
          calls.send(
              Kind.INIT,
              attempt.ref(),
              init(attempt, payment, visit),
              Seal.INIT,
              Map.of("ThongTinBienLai", Voucher.of(payment)),
              null);
      if (!Code.DONE.is(answer.get("MaLoi"))) {
        return new Beginning.OutOfOrder("It answered MaLoi " + answer.get("MaLoi"));
      }
      return new Beginning.GoTo(address(answer.get("UrlThanhToan")));
    } catch (OutOfOrder e) {
      return new Beginning.OutOfOrder(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> init(Attempt attempt, Payment payment, Visit visit) {
    var values = new LinkedHashMap<String, String>();
    values.put("LoaiBanTin", Kind.INIT.name());
    values.put("PhienBan", VERSION);
    values.put("MaDoiTac", partner.code());
    values.put("MaThamChieu", attempt.ref());
    values.put("SoTien", String.valueOf(attempt.dong()));
    values.put("LoaiHinhThanhToan", "PAY");
    values.put("MaKenhThanhToan", "1");
    values.put("MaThietBi", "1");
    values.put("NgonNgu", "vi-VN");
    values.put("MaTienTe", DONG);
    values.put("MaNganHang", "PAYMENT");
    values.put("ThongTinGiaoDich", Message.text(payment.title().vietnamese(), LONGEST_WORDS));
    values.put("ThoiGianGD", Message.time(attempt.begunAt()));
    values.put("Ip", Message.text(visit.address(), LONGEST_WORDS));
    return values;
  }

  /** A payer's browser is sent there: never from an encrypted page to one that is not. */
  private String address(String given) {
    try {
      var address = URI.create(given);
      var scheme = address.getScheme();
      var asWeCallIt = URI.create(partner.url()).getScheme();
      var sound = "https".equals(scheme) || "http".equals(scheme) && "http".equals(asWeCallIt);
      if (sound && address.getHost() != null && given.length() <= LONGEST_ADDRESS) return given;
    } catch (IllegalArgumentException e) {
      // No address at all.
    }
    throw PlatformCalls.garbled("gives no address to pay at");
  }

  @Override
  public Finding ask(Attempt attempt) {
    try {
      return finding(
          calls.send(
              Kind.QUERY,
              attempt.ref(),
              question(Kind.QUERY, attempt),
              Seal.QUESTION,
              Map.of(),
              Seal.STATE));
    } catch (OutOfOrder e) {
      return new Finding.OutOfOrder(String.valueOf(e.getMessage()));
    }
  }

  /** What QUERY and GET_BILL ask with: the time is that of the payment's INIT. */
  Map<String, String> question(Kind kind, Attempt attempt) {
    var values = new LinkedHashMap<String, String>();
    values.put("LoaiBanTin", kind.name());
    values.put("PhienBan", VERSION);
    values.put("MaDoiTac", partner.code());
    values.put("MaThamChieu", attempt.ref());
    values.put("ThoiGianGD", Message.time(attempt.begunAt()));
    return values;
  }

  private static Finding finding(Message answer) {
    var code = answer.get("MaLoi");
    if (Code.UNKNOWN.is(code)) return new Finding.Unknown();
    return switch (answer.get("TrangThaiGD")) {
      case PAID -> paid(answer);
      case PENDING -> new Finding.Pending();
      case FAILED -> new Finding.Failed(Code.failure(code));
      case NOT_YET -> new Finding.Unknown();
      default -> new Finding.OutOfOrder("It answered MaLoi " + code);
    };
  }

  /** Of an answer or a confirmation whose seal was looked at. */
  static Finding paid(Message said) {
    var dong = said.dong();
    var at = said.at();
    if (dong.isEmpty() || at.isEmpty() || !isInDong(said) || said.get("MaGiaoDich").isBlank()) {
      return new Finding.OutOfOrder("It tells of money in words that nobody understands");
    }
    var bank = said.get("MaNganHang");
    var money = new Attempt.Money(said.get("MaGiaoDich"), bank.isBlank() ? null : bank, at.get());
    return new Finding.Paid(dong.get(), money);
  }

  private static boolean isInDong(Message said) {
    return said.get("MaTienTe").equals(DONG);
  }

  /** To be confirmed as a whole: a request for money back in the manner of the other messages. */
  @Override
  public Refunding refund(Refund refund, Attempt attempt, Payment payment) {
    if (refund.destination() != null) {
      return new Refunding.Refused("The platform sends money back only to where it came from");
    }
    var brought = attempt.brought();
    if (brought == null) return new Refunding.Refused("Nothing came by " + attempt.ref());
    var values = new LinkedHashMap<String, String>();
    values.put("LoaiBanTin", Kind.REFUND.name());
    values.put("PhienBan", VERSION);
    values.put("MaDoiTac", partner.code());
    values.put("MaThamChieu", attempt.ref());
    values.put("MaGiaoDich", brought.transaction());
    values.put("MaYeuCauHoan", refund.id().toString());
    values.put("SoTien", String.valueOf(refund.dong()));
    values.put("MaTienTe", DONG);
    values.put("ThongTinGiaoDich", "Hoan tien " + attempt.ref());
    values.put("ThoiGianGD", Message.time(refund.orderedAt()));
    try {
      return refunding(
          refund,
          calls.send(Kind.REFUND, attempt.ref(), values, Seal.REFUND, Map.of(), Seal.REFUND_STATE));
    } catch (OutOfOrder e) {
      return new Refunding.OutOfOrder(String.valueOf(e.getMessage()));
    }
  }

  private static Refunding refunding(Refund refund, Message answer) {
    if (!answer.get("MaYeuCauHoan").equals(refund.id().toString())) {
      return new Refunding.OutOfOrder("It speaks of another refund");
    }
    var code = answer.get("MaLoi");
    return switch (answer.get("TrangThaiGD")) {
      case PAID ->
          answer.dong().filter(dong -> dong == refund.dong()).isPresent()
              ? new Refunding.Done(answer.get("MaGiaoDich"))
              : new Refunding.OutOfOrder("It speaks of another sum");
      case PENDING -> new Refunding.Underway();
      case FAILED -> new Refunding.Refused("It answered MaLoi " + code);
      default -> new Refunding.OutOfOrder("It answered MaLoi " + code);
    };
  }
}
