package org.motcua.payments.gateway.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.motcua.payments.Beneficiary;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.Purpose;
import org.motcua.payments.model.Payment;

/**
 * ThongTinBienLai: what stands on the platform's receipt. It has room for one beneficiary. What is
 * not known stays empty, for the field's place is the contract's.
 */
final class Voucher {

  private static final int LONGEST = 500;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

  /** MaDichVu. */
  private static final String TRAFFIC_FINE = "1";

  private static final String FEES = "2";

  /** LoaiPhiLePhi: phí, or lệ phí. To be confirmed. */
  private static final String FEE = "1";

  private static final String CHARGE = "2";

  private final Payment payment;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  static Map<String, Object> of(Payment payment) {
    return new Voucher(payment).fields;
  }

  private Voucher(Payment payment) {
    this.payment = payment;
    var to = payment.items().getFirst().to();
    var fine = payment.purpose() == Purpose.FINE;
    put("MaDichVu", fine ? TRAFFIC_FINE : FEES);
    put("MaDVC", Fact.SERVICE);
    put("TenDVC", payment.facts().containsKey(Fact.SERVICE) ? payment.title().vietnamese() : "");
    put("MaTTHC", Fact.PROCEDURE);
    put("TenTTHC", Fact.PROCEDURE_NAME);
    put("MaDonVi", payment.facts().getOrDefault(Fact.AGENCY, to.owner()));
    put("TenDonVi", payment.facts().getOrDefault(Fact.AGENCY_NAME, to.name()));
    put("MaHoSo", Fact.DOSSIER);
    put("TKThuHuong", to.account());
    put("MaNHThuHuong", to.bank());
    put("TenTKThuHuong", to.name());
    put("MaLoaiHinhThuPhat", "");
    put("TenLoaiHinhThuPhat", fine ? "Thu phạt vi phạm hành chính" : "");
    put("MaCoQuanQD", "");
    put("TenCoQuanQD", Fact.DECISION_BY);
    put("KhoBac", toTheBudget() ? to.name() : "");
    put("NgayQD", date(payment.facts().getOrDefault(Fact.DECISION_DATE, "")));
    put("SoQD", Fact.DECISION);
    put("ThoiGianViPham", Fact.OFFENCE_AT);
    put("DiaDiemViPham", Fact.OFFENCE_PLACE);
    put("TenNguoiViPham", Fact.OFFENDER);
    put("TaiKhoanThuNSNN", toTheBudget() ? to.account() : "");
    put("NoiDungThanhToan", payment.title().vietnamese());
    put("HoTenNguoiNop", payment.payer().name());
    put("SoCMNDNguoiNop", Fact.PAYER_ID_NUMBER);
    put("DiaChiNguoiNop", Fact.PAYER_ADDRESS);
    put("HuyenNguoiNop", "");
    put("TinhNguoiNop", "");
    fields.put("PhiLePhi", toTheBudget() ? List.of() : each(Voucher::fee));
    fields.put("DSKhoanNop", toTheBudget() ? each(Voucher::due) : List.of());
  }

  /** Whether the platform's receipt can say to whom the money goes. */
  static boolean canTell(Payment payment) {
    return payment.items().stream().map(Item::to).map(Voucher::account).distinct().count() == 1;
  }

  private static String account(Beneficiary to) {
    return to.bank() + " " + to.account();
  }

  private boolean toTheBudget() {
    return payment.purpose() == Purpose.FINE || payment.purpose() == Purpose.TAX;
  }

  private List<Map<String, String>> each(Function<Item, Map<String, String>> how) {
    return payment.items().stream().map(how).toList();
  }

  private static Map<String, String> fee(Item item) {
    var name = item.name().vietnamese();
    var line = new LinkedHashMap<String, String>();
    line.put("LoaiPhiLePhi", name.toLowerCase(Locale.ROOT).startsWith("lệ phí") ? CHARGE : FEE);
    line.put("MaPhiLePhi", item.code());
    line.put("TenPhiLePhi", Message.text(name, LONGEST));
    line.put("SoTien", String.valueOf(item.dong()));
    return line;
  }

  private static Map<String, String> due(Item item) {
    var line = new LinkedHashMap<String, String>();
    line.put("NoiDung", Message.text(item.name().vietnamese(), LONGEST));
    line.put("SoTien", String.valueOf(item.dong()));
    return line;
  }

  private void put(String field, Fact fact) {
    put(field, payment.facts().getOrDefault(fact, ""));
  }

  private void put(String field, String value) {
    fields.put(field, Message.text(value, LONGEST));
  }

  /** As the contract writes times. */
  private static String date(String iso) {
    try {
      return DATE.format(LocalDate.parse(iso));
    } catch (DateTimeException e) {
      return iso;
    }
  }
}
