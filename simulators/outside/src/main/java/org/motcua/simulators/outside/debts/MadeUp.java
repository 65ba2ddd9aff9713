package org.motcua.simulators.outside.debts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.debts.Debt.Account;
import org.motcua.simulators.outside.debts.Debt.Item;
import org.motcua.simulators.outside.debts.Holder.Insured;
import org.motcua.simulators.outside.debts.Holder.Member;

/**
 * What each number owes. The same number always owes the same; one that ends in 0 owes nothing, and
 * one that ends in 00 is nobody's.
 */
final class MadeUp {

  private static final Account TREASURY =
      new Account(
          "KB-QNINH", "Kho bạc Nhà nước khu vực III – Quảng Ninh", "7111.1054321", "970418");
  private static final Account POWER =
      new Account("5700100104", "Công ty Điện lực Quảng Ninh", "0141000123456", "970436");
  private static final Account WATER =
      new Account("5700100256", "Công ty Cổ phần Nước sạch Quảng Ninh", "44110000987654", "970418");
  private static final Account ENFORCEMENT =
      new Account("THADS-QNINH", "Thi hành án dân sự tỉnh Quảng Ninh", "3949.0.1054777", "970418");
  private static final Account FUND =
      new Account("BHXH-QNINH", "Bảo hiểm xã hội tỉnh Quảng Ninh", "44010000246810", "970418");

  private static final Map<String, String> CUSTOMERS =
      Map.of(
          "PE01000123456", "Nguyễn Thị Mai",
          "PE01000654321", "Trần Văn Hùng",
          "PE01000777777", "Công ty TNHH Sao Vàng",
          "QNW0012345", "Nguyễn Thị Mai",
          "QNW0054321", "Trần Văn Hùng");
  private static final Map<String, String> TAX_PAYERS =
      Map.of(
          "5700123454", "Công ty TNHH Sao Vàng",
          "022190001234", "Nguyễn Thị Mai",
          "022088005678", "Trần Văn Hùng");
  private static final Map<String, String> INSURED =
      Map.of(
          "2212001234", "Nguyễn Thị Mai",
          "2211005678", "Trần Văn Hùng",
          "2213004567", "Lê Thị Hoa",
          "2214005678", "Vũ Thị Lân",
          "2215006789", "Phạm Văn Đức");
  private static final Map<String, String> FINED =
      Map.of(
          "2600101", "Nguyễn Thị Mai",
          "2600102", "Trần Văn Hùng",
          "2600103", "Phạm Văn Đức",
          "2600104", "Công ty TNHH Sao Vàng",
          "2600105", "Lê Thị Hoa");
  private static final Map<String, String> SUMMONED =
      Map.of("118", "Trần Văn Hùng", "245", "Nguyễn Thị Mai", "377", "Công ty TNHH Sao Vàng");

  private static final String[] FAMILIES = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ"};
  private static final String[] MIDDLES = {"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thu"};
  private static final String[] GIVEN = {
    "An", "Bình", "Chi", "Dũng", "Giang", "Lan", "Phúc", "Sen"
  };
  private static final String[] STREETS = {"Lê Thánh Tông", "Trần Phú", "Hạ Long", "Cao Xanh"};

  /** Of Decree 168/2024/NĐ-CP, for cars and motorcycles; the sums are in its middle. */
  private record Offence(String vi, String en, long dong) {}

  private static final List<Offence> OFFENCES =
      List.of(
          new Offence(
              "Điều khiển xe ô tô chạy quá tốc độ quy định từ 10 km/h đến 20 km/h",
              "Driving a car 10 to 20 km/h above the speed limit",
              5_000_000),
          new Offence(
              "Dừng xe, đỗ xe nơi có biển “Cấm dừng xe và đỗ xe”",
              "Stopping where a sign forbids stopping and parking",
              900_000),
          new Offence(
              "Không đội mũ bảo hiểm khi điều khiển xe mô tô",
              "Riding a motorcycle without a helmet",
              500_000),
          new Offence(
              "Không chấp hành hiệu lệnh của đèn tín hiệu giao thông (xe mô tô)",
              "Riding a motorcycle through a red light",
              5_000_000),
          new Offence(
              "Sử dụng điện thoại khi đang điều khiển xe mô tô",
              "Using a phone while riding a motorcycle",
              900_000));

  private MadeUp() {}

  /**
   * @param named who is known to have this number already
   * @param since from when on; null: today
   */
  static @Nullable Holder of(
      Creditor creditor,
      String number,
      @Nullable String named,
      @Nullable LocalDate since,
      LocalDate today) {
    if (number.endsWith("00")) return null;
    var seed = Math.floorMod(number.hashCode() * 31 + creditor.ordinal(), 1_000_003);
    return switch (creditor) {
      case FINES -> {
        var name = FINED.getOrDefault(number, named);
        yield name == null ? null : fined(number, name, seed, since, today);
      }
      case JUDICIAL -> {
        var name = SUMMONED.getOrDefault(number, named);
        yield name == null ? null : summoned(number, name, seed, since, today);
      }
      case ELECTRICITY -> customer(number, seed, today, true);
      case WATER -> customer(number, seed, today, false);
      case TAXES -> taxed(number, seed, today);
      case INSURANCE -> {
        var name = INSURED.getOrDefault(number, named);
        yield name == null ? null : insured(number, name, seed, today);
      }
    };
  }

  static boolean owesNothing(String number) {
    return number.endsWith("0");
  }

  private static Holder fined(
      String number, String name, int seed, @Nullable LocalDate since, LocalDate today) {
    var of =
        switch (number) {
          case "2600101" -> 0;
          case "2600102" -> 1;
          case "2600103" -> 2;
          default -> seed % OFFENCES.size();
        };
    var daysAgo = number.equals("2600103") ? 40 : seed % 8;
    var issued = (since == null ? today : since).minusDays(daysAgo);
    var due = issued.plusDays(10);
    var offence = OFFENCES.get(of);
    var items = new ArrayList<Item>();
    items.add(
        new Item(
            "4252",
            "Tiền phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ",
            "Fine for a traffic offence",
            offence.dong()));
    var late = ChronoUnit.DAYS.between(due, today);
    if (late > 0) {
      // 0.05 % a day, by the Law on Handling of Administrative Violations, article 78.
      items.add(
          new Item(
              "4272",
              "Tiền chậm nộp phạt, " + late + " ngày",
              "Surcharge for " + late + " days of delay",
              offence.dong() * late / 2000));
    }
    var facts =
        Map.of(
            "DECISION",
            number + "/QĐ-XPHC",
            "DECISION_DATE",
            issued.toString(),
            "DECISION_BY",
            "Phòng Cảnh sát giao thông – Công an tỉnh Quảng Ninh",
            "OFFENDER",
            name,
            "OFFENCE",
            offence.vi(),
            "OFFENCE_EN",
            offence.en(),
            "OFFENCE_AT",
            issued.minusDays(5) + "T%02d:%02d".formatted(7 + seed % 12, seed % 60),
            "OFFENCE_PLACE",
            "Km %d, Quốc lộ 18, phường %s, tỉnh Quảng Ninh"
                .formatted(100 + seed % 60, seed % 2 == 0 ? "Hồng Gai" : "Bãi Cháy"));
    var debt =
        new Debt(
            number,
            "Nộp phạt vi phạm giao thông, quyết định số " + number + "/QĐ-XPHC",
            "Traffic fine, decision no. " + number + "/QĐ-XPHC",
            issued,
            due,
            List.copyOf(items),
            TREASURY,
            facts);
    return new Holder(name, address(seed), owed(number, List.of(debt)), null);
  }

  private static Holder summoned(
      String number, String name, int seed, @Nullable LocalDate since, LocalDate today) {
    var issued = (since == null ? today : since).minusDays(seed % 4);
    var business = number.equals("377") || seed % 5 == 0;
    var family = number.equals("245");
    var vi =
        business
            ? "Tạm ứng án phí kinh doanh thương mại sơ thẩm"
            : family
                ? "Tạm ứng án phí hôn nhân và gia đình sơ thẩm"
                : "Tạm ứng án phí dân sự sơ thẩm";
    var en =
        business
            ? "Advance on court fees, commercial case"
            : family ? "Advance on court fees, family case" : "Advance on court fees, civil case";
    var debt =
        new Debt(
            number,
            vi + ", thông báo số " + number + "/TB-TA",
            en + ", notice no. " + number + "/TB-TA",
            issued,
            issued.plusDays(7),
            // Resolution 326/2016/UBTVQH14: where no value is disputed.
            List.of(new Item("AP", vi, en, business ? 3_000_000 : 300_000)),
            ENFORCEMENT,
            Map.of(
                "DECISION",
                number + "/TB-TA",
                "DECISION_DATE",
                issued.toString(),
                "DECISION_BY",
                "Tòa án nhân dân khu vực 1 – Quảng Ninh",
                "OFFENDER",
                name));
    return new Holder(name, address(seed), owed(number, List.of(debt)), null);
  }

  private static Holder customer(String code, int seed, LocalDate today, boolean power) {
    var debts = new ArrayList<Debt>();
    var months = code.equals("PE01000123456") ? 2 : code.equals("PE01000777777") ? 3 : 1 + seed % 3;
    for (var ago = months; ago >= 1; ago--) {
      var period = YearMonth.from(today).minusMonths(ago);
      debts.add(bill(code, seed + 7919 * period.getMonthValue(), period, power));
    }
    return new Holder(
        CUSTOMERS.getOrDefault(code, someone(seed)),
        address(seed),
        owed(code, List.copyOf(debts)),
        null);
  }

  private static Debt bill(String code, int seed, YearMonth period, boolean power) {
    var used = power ? 80 + Math.floorMod(seed, 320) : 6 + Math.floorMod(seed, 24);
    var net = power ? used * 2_204L : used * 9_800L;
    var tax = net * (power ? 8 : 5) / 100;
    var issued = period.plusMonths(1).atDay(5);
    var what =
        "%s tháng %02d/%d"
            .formatted(power ? "Tiền điện" : "Tiền nước", period.getMonthValue(), period.getYear());
    var inEnglish =
        "%s, %02d/%d"
            .formatted(power ? "Electricity" : "Water", period.getMonthValue(), period.getYear());
    var unit = power ? "kWh" : "m³";
    return new Debt(
        code + "-" + period.toString().replace("-", ""),
        what,
        inEnglish,
        issued,
        issued.plusDays(power ? 12 : 20),
        List.of(
            new Item(
                power ? "DIEN" : "NUOC",
                what + ", " + used + " " + unit,
                inEnglish + ", " + used + " " + unit,
                net),
            new Item("GTGT", "Thuế GTGT", "VAT", tax)),
        power ? POWER : WATER,
        Map.of("CUSTOMER", code, "PERIOD", period.toString(), "USED", used + " " + unit));
  }

  private static Holder taxed(String taxCode, int seed, LocalDate today) {
    var quarter = YearMonth.from(today).minusMonths(3);
    var period = "Q" + ((quarter.getMonthValue() + 2) / 3) + "/" + quarter.getYear();
    var due = YearMonth.from(today).atEndOfMonth();
    var debts = new ArrayList<Debt>();
    if (taxCode.length() == 12) {
      debts.add(
          tax(
              taxCode,
              "857/1602",
              "Thuế sử dụng đất phi nông nghiệp, đất ở tại đô thị",
              "Tax on non-agricultural land, housing",
              String.valueOf(today.getYear()),
              180_000 + seed % 40 * 5_000L,
              due,
              seed));
      if (seed % 2 == 0 || taxCode.equals("022190001234")) {
        debts.add(
            tax(
                taxCode,
                "857/1003",
                "Thuế thu nhập cá nhân, hoạt động kinh doanh",
                "Personal income tax, business",
                period,
                750_000 + seed % 90 * 10_000L,
                due,
                seed));
      }
    } else {
      debts.add(
          tax(
              taxCode,
              "754/1701",
              "Thuế giá trị gia tăng hàng sản xuất, kinh doanh trong nước",
              "Value-added tax, domestic",
              period,
              12_500_000 + seed % 50 * 100_000L,
              due,
              seed));
      debts.add(
          tax(
              taxCode,
              "754/1052",
              "Thuế thu nhập doanh nghiệp",
              "Corporate income tax",
              period,
              8_200_000 + seed % 30 * 100_000L,
              due,
              seed));
      debts.add(
          tax(
              taxCode,
              "754/4931",
              "Tiền chậm nộp thuế giá trị gia tăng",
              "Late payment of value-added tax",
              period,
              61_000 + seed % 20 * 1_000L,
              today,
              seed));
    }
    return new Holder(
        TAX_PAYERS.getOrDefault(
            taxCode,
            taxCode.length() == 12
                ? someone(seed)
                : "Công ty TNHH " + GIVEN[seed % GIVEN.length] + " Phát"),
        address(seed),
        owed(taxCode, List.copyOf(debts)),
        null);
  }

  private static Debt tax(
      String taxCode,
      String codes,
      String vi,
      String en,
      String period,
      long dong,
      LocalDate due,
      int seed) {
    return new Debt(
        taxCode + "-" + codes.substring(4) + "-" + period.replace("/", ""),
        vi,
        en,
        null,
        due,
        List.of(new Item(codes, vi, en, dong)),
        TREASURY,
        Map.of(
            "TAX_CODE",
            taxCode,
            "PERIOD",
            period,
            "AGENCY_NAME",
            "Thuế cơ sở %d tỉnh Quảng Ninh".formatted(1 + seed % 4),
            "PAYER_ADDRESS",
            address(seed)));
  }

  private static Holder insured(String number, String name, int seed, LocalDate today) {
    var month = YearMonth.from(today);
    var groups = new String[] {"OTHER", "OTHER", "NEAR_POOR", "MINORITY", "POOR"};
    var group =
        number.equals("2213004567")
            ? "NEAR_POOR"
            : INSURED.containsKey(number) ? "OTHER" : groups[seed % 5];
    var members = new ArrayList<Member>();
    var size = number.equals("2213004567") ? 5 : number.equals("2212001234") ? 4 : 1 + seed % 5;
    members.add(new Member("1", name, null, null));
    for (var at = 2; at <= size; at++) {
      var other =
          number.equals("2212001234") && at == 2
              ? new Member("2", "Trần Văn Hùng", month.plusMonths(5), "EMPLOYED")
              : number.equals("2212001234") && at == 3
                  ? new Member("3", "Trần Minh Khôi", null, "CHILD")
                  : new Member(String.valueOf(at), someone(seed + at * 101), null, null);
      members.add(other);
    }
    return new Holder(
        name,
        address(seed),
        List.of(),
        new Insured(
            group, seed % 3 == 0 ? null : month.minusMonths(1), List.copyOf(members), FUND));
  }

  private static List<Debt> owed(String number, List<Debt> debts) {
    return owesNothing(number) ? List.of() : debts;
  }

  private static String someone(int seed) {
    return FAMILIES[seed % FAMILIES.length]
        + " "
        + MIDDLES[seed / 7 % MIDDLES.length]
        + " "
        + GIVEN[seed / 41 % GIVEN.length];
  }

  private static String address(int seed) {
    return "Số %d, đường %s, phường Hồng Gai, tỉnh Quảng Ninh"
        .formatted(1 + seed % 300, STREETS[seed % STREETS.length]);
  }
}
