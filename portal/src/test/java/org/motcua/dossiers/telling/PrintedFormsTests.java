package org.motcua.dossiers.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.PdfConformance;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PrintedFormsTests extends DossiersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final String ABOUT_NAME = "Tên của trẻ khác với giấy chứng sinh.";
  private static final String ABOUT_PAPER = "Ảnh mờ, không đọc được con dấu.";
  private static final String REASON = "Trẻ đã được đăng ký khai sinh tại Hà Nội.";

  @Autowired JdbcClient jdbc;

  private CurrentUser mother;
  private DossierId id;

  @BeforeEach
  void aDossierOfMondayMorning() {
    goTo(MONDAY, LocalTime.of(9, 0));
    mother = births.mother();
    id = submittedBy(mother);
  }

  @Test
  void theReceiptSaysWhatWasReceivedWhenItIsDueAndHowTheResultComes() throws Exception {
    var pdf = mine("receipt");
    assertThat(textOf(pdf))
        .contains(
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            dossier(id).submittedCode().value(),
            "Nguyễn Thị Mai",
            "Trực tuyến trên Cổng Dịch vụ công",
            "ngày 23/11/2026");
    assertArchivable(pdf);

    jdbc.sql("update dossiers.dossier set delivery = 'POST' where id = :id")
        .param("id", id.value())
        .update();
    assertThat(textOf(mine("receipt"))).contains("Qua dịch vụ bưu chính công ích");
  }

  @Test
  void theRequestForAdditionsNamesEachQuestionAndPaper() throws Exception {
    assertThat(as(mother).open(mine(id) + "/papers-of-agency/addition-request.pdf")).hasStatus(404);
    ask();
    var pdf = mine("addition-request");
    assertThat(textOf(pdf))
        .contains(
            "PHIẾU YÊU CẦU BỔ SUNG", ABOUT_NAME, ABOUT_PAPER, "Giấy chứng sinh", "Phạm Thu Trang")
        .doesNotContain("question:", "paper:");
    assertArchivable(pdf);
    goTo(WEDNESDAY, LocalTime.of(9, 0));
    as(mother).send(mine(id) + "/additions", "note", "Đã chụp lại.");
    assertThat(textOf(mine("addition-request"))).contains(ABOUT_NAME);
  }

  @Test
  void theRefusalGivesItsReason() throws Exception {
    as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", REASON);
    var pdf = mine("refusal");
    assertThat(textOf(pdf))
        .contains("PHIẾU TỪ CHỐI TIẾP NHẬN HỒ SƠ", "không tiếp nhận hồ sơ", REASON);
    assertArchivable(pdf);
  }

  @Test
  void whatWasWithdrawnHasANoticeThatItStopped() throws Exception {
    as(mother).send(mine(id) + "/withdrawal");
    as(Officers.hongHaReception()).send(desk(id) + "/withdrawal", "note", "Theo đề nghị");
    var pdf = mine("refusal");
    assertThat(textOf(pdf)).contains("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Theo đề nghị rút hồ sơ");
    assertArchivable(pdf);
  }

  @Test
  void theApologyGivesTheNewAppointment() throws Exception {
    apologise();
    var pdf = mine("apology");
    assertThat(textOf(pdf))
        .contains("PHIẾU XIN LỖI VÀ HẸN LẠI", "Chờ xác minh", "ngày 30/11/2026", "Vũ Đức Long");
    assertArchivable(pdf);
    assertThat(text(as(mother).open(mine(id))))
        .contains("/papers-of-agency/apology.pdf", "Hẹn lại");
  }

  @Test
  void theControlSheetSaysWhoUsedHowMuchTimeAtEachStep() throws Exception {
    goTo(MONDAY, LocalTime.of(10, 30));
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/handling");
    goTo(WEDNESDAY, LocalTime.of(10, 30));
    as(Officers.hongHaSpecialist()).send(desk(id) + "/preparation", "step", "1");

    var pdf = onDesk("control-sheet");
    assertThat(textOf(pdf))
        .contains(
            "PHIẾU KIỂM SOÁT", "1 giờ 30 phút", "Đúng hạn", "8 giờ", "Quá hạn", "Vũ Đức Long");
    assertArchivable(pdf);
    assertThat(as(mother).open(mine(id) + "/papers-of-agency/control-sheet.pdf")).hasStatus(404);
  }

  @Test
  void sheetsOfManyColumnsFillTheTurnedPage() throws Exception {
    jdbc.sql("update dossiers.dossier set applicant_name = :name where id = :id")
        .param("name", "Nguyễn Thị Mai ".repeat(13).strip())
        .param("id", id.value())
        .update();
    assertThat(rightThirdOf(onDesk("control-sheet"))).contains("Kết quả", "Đang làm, trong hạn");
    var register = "/desk/register.pdf?from=2026-11-23&to=2026-11-23";
    assertThat(rightThirdOf(bytes(as(Officers.hongHaReception()).open(register))))
        .contains("Phương thức nhận", "Ghi chú", "Trực tuyến");
  }

  private static String rightThirdOf(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var page = document.getPage(0);
      var size = page.getMediaBox();
      assertThat(size.getWidth()).isGreaterThan(size.getHeight());
      var stripper = new PDFTextStripperByArea();
      var from = size.getWidth() * 2 / 3;
      stripper.addRegion("right", new Rectangle2D.Float(from, 0, from, size.getHeight()));
      stripper.extractRegions(page);
      return stripper.getTextForRegion("right").replaceAll("\\s+", " ");
    }
  }

  @Test
  void theRegisterHoldsWhatCameInInThatTimeAndItsPeopleSeeThatItWasPrinted() throws Exception {
    var reception = as(Officers.hongHaReception());
    assertThat(text(reception.open("/desk/register?from=2026-11-23&to=2026-11-23")))
        .contains("nộp trong thời gian này", "/desk/register.pdf?from=2026-11-23");
    var pdf = bytes(reception.open("/desk/register.pdf?from=2026-11-23&to=2026-11-23"));
    assertThat(textOf(pdf)).contains("SỔ THEO DÕI HỒ SƠ", "Nguyễn Thị Mai", " 23/11/2026");
    assertArchivable(pdf);
    assertThat(text(as(mother).open("/my/account/accesses"))).contains("sổ theo dõi hồ sơ");
    assertThat(as(Officers.hongHaLeader()).open("/desk/register")).hasStatusOk();
    assertThat(as(Officers.hongHaSpecialist()).open("/desk/register")).hasStatus(403);
    assertThat(
            as(Officers.hongHaSpecialist())
                .open("/desk/register.pdf?from=2026-11-23&to=2026-11-23"))
        .hasStatus(403);
  }

  @Test
  void aRegisterOfNoTimeOrTooLongOneIsNotPrinted() {
    var reception = as(Officers.hongHaReception());
    assertThat(text(reception.open("/desk/register?from=2026-11-23&to=2026-11-01")))
        .contains("Ngày kết thúc phải từ ngày bắt đầu trở đi");
    assertThat(text(reception.open("/desk/register?from=2025-01-01&to=2026-11-01")))
        .contains("tối đa một năm");
    assertThat(text(reception.open("/desk/register?from=x&to=2026-11-01")))
        .contains("Hãy chọn cả ngày bắt đầu");
    assertThat(reception.open("/desk/register.pdf?from=2025-01-01&to=2026-11-01")).hasStatus(400);
  }

  @Test
  void theDueDateExplainsItselfToBothSides() {
    ask();
    assertThat(text(as(mother).open(mine(id) + "/term"))).contains("chờ bổ sung hồ sơ", "Tạm dừng");
    goTo(WEDNESDAY, LocalTime.of(9, 0));
    as(mother).send(mine(id) + "/additions", "note", "Đã chụp lại.");

    assertThat(text(as(mother).open(mine(id)))).contains(mine(id) + "/term");
    var page = text(as(mother).open(mine(id) + "/term"));
    assertThat(page)
        .contains("Vì sao hẹn trả kết quả ngày này?", "chờ bổ sung hồ sơ", "làm việc còn lại")
        .contains("Hồ sơ nộp trước 15:00 nên cả ngày nộp được tính")
        .doesNotContain("Tính lại theo lịch làm việc");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id) + "/term")))
        .contains("chờ bổ sung hồ sơ");
    assertThat(as(births.mother()).open(mine(id) + "/term")).hasStatus(404);
    assertThat(as(Officers.baiChayReception()).open(desk(id) + "/term")).hasStatus(404);
  }

  @Test
  void aDueDateThatNoLongerComesOutTheSameSaysSo() {
    jdbc.sql("update dossiers.dossier set due_at = due_at + interval '1 day' where id = :id")
        .param("id", id.value())
        .update();
    assertThat(text(as(mother).open(mine(id) + "/term"))).contains("vẫn giữ nguyên");
  }

  private void ask() {
    goTo(MONDAY, LocalTime.of(10, 0));
    as(Officers.hongHaReception())
        .send(
            desk(id) + "/addition-request",
            "point:question:child.givenName",
            ABOUT_NAME,
            "point:paper:proof-of-birth",
            ABOUT_PAPER);
  }

  private void apologise() {
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(Officers.hongHaSpecialist())
        .send(desk(id) + "/apology", "day", "2026-11-30", "reason", "Chờ xác minh nơi cư trú.");
  }

  private byte[] mine(String paper) {
    return bytes(as(mother).open(mine(id) + "/papers-of-agency/" + paper + ".pdf"));
  }

  private byte[] onDesk(String paper) {
    return bytes(
        as(Officers.hongHaLeader()).open(desk(id) + "/papers-of-agency/" + paper + ".pdf"));
  }

  private static byte[] bytes(MvcTestResult answer) {
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    return answer.getResponse().getContentAsByteArray();
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  /** Level a: tagged for screen readers, with title and language besides. */
  private static void assertArchivable(byte[] pdf) throws Exception {
    assertThat(PdfConformance.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
      assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
    }
  }
}
