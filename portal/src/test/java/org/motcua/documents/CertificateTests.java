package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@SpringBootTest
@AutoConfigureMockMvc
class CertificateTests {

  @Autowired Certificates certificates;
  @Autowired Documents documents;
  @Autowired Printing printing;

  @Test
  void everyVietnameseLetterIsInThePdf() throws IOException {
    try (var pdf = Loader.loadPDF(issue())) {
      var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
          .contains("Độc lập - Tự do - Hạnh phúc")
          .contains("Hồng Hà, ngày 21 tháng 11 năm 2026")
          .contains("NGUYỄN TRẦN BẢO NGỌC")
          .contains("Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu")
          .contains("Bệnh viện Sản Nhi Quảng Ninh, phường Đại Yên, thành phố Hạ Long");
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void theSignedPdfIsFitForTheArchiveAndForScreenReaders() throws Exception {
    var pdf = issue();
    java.nio.file.Files.write(java.nio.file.Path.of("target/birth-certificate.pdf"), pdf);
    assertThat(PdfConformance.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(PdfConformance.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @Test
  void theVerificationCodeIsInThePdfsMetadata() throws IOException {
    var certificate = certificates.issue(BirthCertificate.order(printing));
    try (var pdf = Loader.loadPDF(content(certificate))) {
      assertThat(pdf.getDocumentInformation().getKeywords())
          .contains(certificate.code().toString());
      assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"))
          .contains(certificate.code().toString());
    }
  }

  @Test
  void theSignatureIsValidByDss() {
    var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(issue()));
    var offline = new CommonCertificateVerifier(true);
    offline.setAIASource(null);
    validator.setCertificateVerifier(offline);
    var report = validator.validateDocument();
    var diagnosis = report.getDiagnosticData();
    assertThat(diagnosis.getSignatures())
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.isSignatureIntact()).isTrue();
              assertThat(signature.isSignatureValid()).isTrue();
              assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            });
  }

  @Test
  void theSameOrderTwiceGivesTheSameCertificate() throws Exception {
    var start = new CountDownLatch(1);
    var subject = "test:twice";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var orders =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return certificates.issue(BirthCertificate.order(printing, subject));
                          }))
              .toList();
      start.countDown();
      var first = orders.getFirst().get();
      for (var order : orders) assertThat(order.get()).isEqualTo(first);
      assertThat(certificates.findBySubject(subject)).contains(first);
    }
  }

  @Test
  void aRevocationStandsWithItsFirstReason() {
    var code = certificates.issue(BirthCertificate.order(printing)).code();
    assertThat(certificates.revoke(code, Bilingual.same("Cấp sai thẩm quyền"), "account:1"))
        .isInstanceOf(RevocationOutcome.Revoked.class);
    assertThat(certificates.revoke(code, Bilingual.same("Lý do khác"), "account:1"))
        .isInstanceOfSatisfying(
            RevocationOutcome.AlreadyRevoked.class,
            again ->
                assertThat(again.certificate().standing())
                    .isInstanceOfSatisfying(
                        Certificate.Standing.Revoked.class,
                        revoked ->
                            assertThat(revoked.reason())
                                .isEqualTo(Bilingual.same("Cấp sai thẩm quyền"))));
    assertThat(
            certificates.revoke(VerificationCode.next(), Bilingual.same("Không có"), "account:1"))
        .isInstanceOf(RevocationOutcome.NoSuchCertificate.class);
  }

  private byte[] issue() {
    return content(certificates.issue(BirthCertificate.order(printing)));
  }

  private byte[] content(Certificate certificate) {
    try {
      return documents.open(certificate.document()).getContentAsByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
