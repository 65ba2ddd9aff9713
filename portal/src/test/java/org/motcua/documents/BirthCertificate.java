package org.motcua.documents;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.motcua.organisation.AgencyId;

/** A certificate as a commune issues it. */
public final class BirthCertificate {

  public static final String BODY =
      """
      <h1 class="large">Giấy khai sinh</h1>
      <p class="subtitle">(Bản chính)</p>
      <table class="lines">
      <tr><th>Họ, chữ đệm, tên:</th><td>NGUYỄN TRẦN BẢO NGỌC</td></tr>
      <tr><th>Ngày, tháng, năm sinh:</th><td>02/11/2026</td></tr>
      <tr><th>Ghi bằng chữ:</th><td class="plain">Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu</td></tr>
      <tr><th>Giới tính:</th><td>Nữ</td></tr>
      <tr><th>Dân tộc:</th><td>Kinh</td></tr>
      <tr><th>Quốc tịch:</th><td>Việt Nam</td></tr>
      <tr><th>Nơi sinh:</th><td class="plain">Bệnh viện Sản Nhi Quảng Ninh, phường Đại Yên, thành phố Hạ Long, tỉnh Quảng Ninh</td></tr>
      <tr><th>Quê quán:</th><td class="plain">Xã Yên Thọ, thị xã Đông Triều, tỉnh Quảng Ninh</td></tr>
      <tr><th>Số định danh cá nhân:</th><td>022326001289</td></tr>
      </table>
      <table class="lines">
      <tr><th>Họ, chữ đệm, tên người mẹ:</th><td>NGUYỄN THỊ MAI</td></tr>
      <tr><th>Năm sinh:</th><td class="plain">1990 &#160;&#160; Dân tộc: Kinh &#160;&#160; Quốc tịch: Việt Nam</td></tr>
      <tr><th>Nơi cư trú:</th><td class="plain">Số 12, tổ 3, phường Hồng Hà, thành phố Hạ Long, tỉnh Quảng Ninh</td></tr>
      <tr><th>Họ, chữ đệm, tên người cha:</th><td>TRẦN VĂN HÙNG</td></tr>
      <tr><th>Năm sinh:</th><td class="plain">1988 &#160;&#160; Dân tộc: Kinh &#160;&#160; Quốc tịch: Việt Nam</td></tr>
      <tr><th>Nơi cư trú:</th><td class="plain">Số 12, tổ 3, phường Hồng Hà, thành phố Hạ Long, tỉnh Quảng Ninh</td></tr>
      <tr><th>Người đi khai sinh:</th><td class="plain">Nguyễn Thị Mai, căn cước công dân số 022190001234</td></tr>
      <tr><th>Nơi đăng ký:</th><td class="plain">Ủy ban nhân dân phường Hồng Hà</td></tr>
      </table>
      """;

  public static CertificateOrder order(Printing printing) {
    return order(printing, "test:" + UUID.randomUUID());
  }

  public static CertificateOrder order(Printing printing, String subject) {
    return new CertificateOrder(
        subject,
        "15/2026",
        new Bilingual("Giấy khai sinh", "Birth certificate"),
        new AgencyId("003.02.00.H49"),
        "Ủy ban nhân dân phường Hồng Hà",
        "Phạm Quốc Toàn",
        "Chủ tịch",
        List.of(
            new Fact(new Bilingual("Họ và tên", "Name"), Bilingual.same("NGUYỄN TRẦN BẢO NGỌC")),
            new Fact(new Bilingual("Giới tính", "Sex"), new Bilingual("Nữ", "Female"))),
        LocalDate.of(2026, 11, 21),
        null,
        mark -> html(printing, mark));
  }

  /** With a QR code of one square, for printing without issuing. */
  public static VerificationMark mark() {
    return new VerificationMark(
        VerificationCode.next(),
        "https://motcua.example/verify/code",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
  }

  public static String html(Printing printing, VerificationMark mark) {
    var paper =
        new OfficialPaper(
            "GIẤY KHAI SINH",
            "Ủy ban nhân dân thành phố Hạ Long",
            "Ủy ban nhân dân phường Hồng Hà",
            "15/2026",
            "Hồng Hà",
            LocalDate.of(2026, 11, 21));
    var signature =
        printing.html(
            "documents/printing/signature",
            Map.of(
                "title", "Chủ tịch",
                "name", "Phạm Quốc Toàn",
                "agency", "Ủy ban nhân dân phường Hồng Hà",
                "signedAt", Instant.parse("2026-11-21T03:30:00Z"),
                "mark", mark));
    Content body = output -> output.writeContent(BODY + signature);
    return printing.html(
        "documents/printing/official",
        Map.of("paper", paper, "mark", mark, "body", body, "single", true));
  }

  private BirthCertificate() {}
}
