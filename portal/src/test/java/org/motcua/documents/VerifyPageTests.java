package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.signing.PdfSigner;
import org.motcua.organisation.AgencyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class VerifyPageTests {

  private static final String VALID = "Giấy tờ thật, còn hiệu lực";
  private static final String CHANGED = "Tệp đã bị sửa đổi";
  private static final String NOT_OURS = "Không phải giấy tờ do cổng này cấp";

  @Autowired MockMvcTester browser;
  @Autowired Certificates certificates;
  @Autowired Documents documents;
  @Autowired Printing printing;
  @Autowired PdfSigner signer;

  private Certificate certificate;
  private byte[] pdf;

  @BeforeEach
  void aBirthCertificateWasIssued() throws IOException {
    certificate = certificates.issue(BirthCertificate.order(printing));
    pdf = documents.open(certificate.document()).getContentAsByteArray();
  }

  @Test
  void aValidCertificateIsFoundByItsCode() {
    assertThat(browser.get().uri("/verify/" + certificate.code()))
        .hasStatusOk()
        .bodyText()
        .contains(
            VALID, "NGUYỄN TRẦN BẢO NGỌC", "Ủy ban nhân dân phường Hồng Hà", "Phạm Quốc Toàn");
  }

  @Test
  void theAnswerIsWordedInEnglishToo() {
    assertThat(browser.get().uri("/verify/" + certificate.code() + "?lang=en"))
        .hasStatusOk()
        .bodyText()
        .contains("Genuine and valid", "Birth certificate", "Female");
  }

  @Test
  void aTypedCodeLeadsToItsPage() {
    var typed = certificate.code().toString().toLowerCase().replace('-', ' ');
    assertThat(browser.post().uri("/verify").with(csrf()).param("code", typed))
        .hasRedirectedUrl("/verify/" + certificate.code());
  }

  @Test
  void aMistypedCodeIsHelpedWith() {
    var wrong = new StringBuilder(certificate.code().toString());
    wrong.setCharAt(0, wrong.charAt(0) == '7' ? '8' : '7');
    assertThat(browser.post().uri("/verify").with(csrf()).param("code", wrong.toString()))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Mã có ký tự gõ nhầm");
    assertThat(browser.get().uri("/verify/" + wrong))
        .hasStatus(HttpStatus.NOT_FOUND)
        .bodyText()
        .contains("Mã có ký tự gõ nhầm");
    assertThat(browser.post().uri("/verify").with(csrf()).param("code", "7K3M-Q9"))
        .bodyText()
        .contains("Mã kiểm tra có 16 chữ và số; bạn đã nhập 6");
    assertThat(browser.post().uri("/verify").with(csrf()))
        .bodyText()
        .contains("Hãy nhập mã kiểm tra");
  }

  @Test
  void anUnknownCodeIsToldAsUnknown() {
    assertThat(browser.get().uri("/verify/" + VerificationCode.next()))
        .hasStatus(HttpStatus.NOT_FOUND)
        .bodyText()
        .contains("Không tìm thấy giấy tờ có mã này");
  }

  @Test
  void aRevokedCertificateSaysSinceWhenAndWhy() {
    certificates.revoke(certificate.code(), Bilingual.same("Ghi sai ngày sinh"), "account:1");
    assertThat(browser.get().uri("/verify/" + certificate.code()))
        .bodyText()
        .contains("đã bị thu hồi", "Thu hồi lúc", "Ghi sai ngày sinh");
    assertThat(sent(pdf)).bodyText().contains("đã bị thu hồi", "Tệp còn nguyên vẹn");
  }

  @Test
  void anExpiredCertificateIsToldAsExpired() {
    var order = BirthCertificate.order(printing);
    var expired =
        certificates.issue(
            new CertificateOrder(
                order.subject(),
                order.number(),
                order.title(),
                order.issuer(),
                order.issuerName(),
                order.signerName(),
                order.signerTitle(),
                order.facts(),
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2020, 12, 31),
                order.html()));
    assertThat(browser.get().uri("/verify/" + expired.code())).bodyText().contains("đã hết hạn");
  }

  @Test
  void theIssuedFileIsToldAsUnchanged() {
    assertThat(sent(pdf)).hasStatusOk().bodyText().contains(VALID, "Tệp còn nguyên vẹn");
  }

  @Test
  void aFileWithOneChangedByteIsToldAsChanged() {
    var changed = pdf.clone();
    changed[pdf.length / 3] ^= 1;
    assertThat(sent(changed)).bodyText().contains(CHANGED).doesNotContain(VALID);
  }

  @Test
  void aFileWithSomethingAddedBehindTheSignatureIsToldAsChanged() {
    assertThat(sent(withNoteAdded(pdf))).bodyText().contains(CHANGED, "Bản đã cấp ghi như sau");
  }

  @Test
  void aFileWithoutItsSignatureIsStillKnownByItsCode() {
    assertThat(sent(rewritten(pdf))).bodyText().contains(CHANGED, certificate.code().toString());
  }

  @Test
  void aSignedFileThatWasNeverRegisteredIsNotTakenForGenuine() {
    assertThat(sent(signedButUnregistered()))
        .bodyText()
        .contains("Chữ ký đúng nhưng giấy tờ không có trong sổ", "Phạm Quốc Toàn")
        .doesNotContain(VALID);
  }

  @Test
  void anUnregisteredSignedFileWithSomethingAddedIsToldAsChanged() {
    assertThat(sent(withNoteAdded(signedButUnregistered()))).bodyText().contains(CHANGED);
  }

  @Test
  void otherFilesAreNotOurs() {
    assertThat(sent(Files.pdf())).bodyText().contains(NOT_OURS);
    assertThat(sent(Files.encryptedPdf())).bodyText().contains(NOT_OURS);
    assertThat(sent(Files.pdfBomb())).bodyText().contains(NOT_OURS);
    assertThat(sent(Files.jpeg())).bodyText().contains(NOT_OURS);
    assertThat(sent(Files.webPage())).bodyText().contains(NOT_OURS);
  }

  @Test
  void noFileAndTooLargeAFileAreToldAtTheField() {
    assertThat(sent(new byte[0]))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Hãy chọn tệp PDF");
    assertThat(sent(new byte[21 << 20])).bodyText().contains("Tệp lớn hơn 20 MB");
  }

  @Test
  void machinesGetTheSameAnswers() {
    var address = "/api/documents/verification/";
    assertThat(browser.get().uri(address + certificate.code()))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.status")
        .isEqualTo("VALID");
    assertThat(browser.get().uri(address + VerificationCode.next()))
        .hasStatus(HttpStatus.NOT_FOUND);
    assertThat(browser.get().uri(address + "abc")).hasStatus(HttpStatus.BAD_REQUEST);
    certificates.revoke(certificate.code(), Bilingual.same("Ghi sai ngày sinh"), "account:1");
    assertThat(browser.get().uri(address + certificate.code()))
        .bodyJson()
        .extractingPath("$.revocationReason.vietnamese")
        .isEqualTo("Ghi sai ngày sinh");
  }

  private MvcTestResult sent(byte[] content) {
    var file = new MockMultipartFile("file", "giay.pdf", "application/pdf", content);
    return browser.post().uri("/verify").multipart().file(file).with(csrf()).exchange();
  }

  private byte[] signedButUnregistered() {
    var plain =
        printing.pdf("<html lang=\"vi\"><head><title>Giấy</title></head><body>Giấy</body></html>");
    return signer.sign(
        plain,
        new AgencyId("003.02.00.H49"),
        "Ủy ban nhân dân phường Hồng Hà",
        "Phạm Quốc Toàn, Chủ tịch",
        "Giấy",
        java.time.Instant.now());
  }

  private static byte[] withNoteAdded(byte[] signed) {
    try (var document = Loader.loadPDF(signed);
        var bytes = new ByteArrayOutputStream()) {
      var page = document.getPage(0);
      var note = new PDAnnotationText();
      note.setContents("Thêm vào sau khi ký");
      note.setRectangle(page.getMediaBox());
      page.getAnnotations().add(note);
      page.getCOSObject().setNeedToBeUpdated(true);
      note.getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] rewritten(byte[] signed) {
    try (var document = Loader.loadPDF(signed);
        var bytes = new ByteArrayOutputStream()) {
      document.getDocumentCatalog().setAcroForm(null);
      document.getDocumentCatalog().getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.PERMS);
      document.save(bytes);
      assertThat(new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
