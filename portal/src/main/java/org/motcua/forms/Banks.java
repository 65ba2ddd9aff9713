package org.motcua.forms;

import java.util.List;

/** The banks that take part in the country's fast transfers, by their numbers there (NAPAS BIN). */
final class Banks {

  static final List<QuestionType.Choice> ALL =
      List.of(
          bank("970436", "Vietcombank – Ngoại thương Việt Nam"),
          bank("970415", "VietinBank – Công thương Việt Nam"),
          bank("970418", "BIDV – Đầu tư và Phát triển Việt Nam"),
          bank("970405", "Agribank – Nông nghiệp và Phát triển Nông thôn"),
          bank("970425", "ABBANK – An Bình"),
          bank("970416", "ACB – Á Châu"),
          bank("970409", "Bac A Bank – Bắc Á"),
          bank("970438", "BaoViet Bank – Bảo Việt"),
          bank("970446", "Co-opBank – Hợp tác xã Việt Nam"),
          bank("970431", "Eximbank – Xuất Nhập khẩu Việt Nam"),
          bank("970437", "HDBank – Phát triển Thành phố Hồ Chí Minh"),
          bank("970452", "KienlongBank – Kiên Long"),
          bank("970449", "LienVietPostBank – Bưu điện Liên Việt"),
          bank("970422", "MB – Quân đội"),
          bank("970426", "MSB – Hàng Hải"),
          bank("970428", "Nam A Bank – Nam Á"),
          bank("970419", "NCB – Quốc Dân"),
          bank("970448", "OCB – Phương Đông"),
          bank("970430", "PG Bank – Xăng dầu Petrolimex"),
          bank("970412", "PVcomBank – Đại chúng Việt Nam"),
          bank("970403", "Sacombank – Sài Gòn Thương Tín"),
          bank("970400", "SAIGONBANK – Sài Gòn Công Thương"),
          bank("970429", "SCB – Sài Gòn"),
          bank("970440", "SeABank – Đông Nam Á"),
          bank("970443", "SHB – Sài Gòn – Hà Nội"),
          bank("970424", "Shinhan Bank Việt Nam"),
          bank("970407", "Techcombank – Kỹ thương Việt Nam"),
          bank("970423", "TPBank – Tiên Phong"),
          bank("970441", "VIB – Quốc tế Việt Nam"),
          bank("970427", "VietABank – Việt Á"),
          bank("970433", "VietBank – Việt Nam Thương Tín"),
          bank("970454", "Viet Capital Bank – Bản Việt"),
          bank("970432", "VPBank – Việt Nam Thịnh Vượng"),
          bank("970457", "Woori Bank Việt Nam"));

  static boolean has(String number) {
    return ALL.stream().anyMatch(bank -> bank.value().equals(number));
  }

  private static QuestionType.Choice bank(String number, String name) {
    return new QuestionType.Choice(number, new Words(name, name), null);
  }

  private Banks() {}
}
