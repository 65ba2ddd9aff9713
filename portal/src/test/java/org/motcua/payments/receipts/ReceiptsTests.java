package org.motcua.payments.receipts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motcua.testing.Clicks.text;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Bilingual;
import org.motcua.documents.PdfConformance;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.Purpose;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Receipt;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.payments.refunding.PaymentsGivenBack;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Whoever has paid gets a receipt: with a number that leaves no gap, signed, and true for ever. */
class ReceiptsTests extends MoneyTest {

  /** One of which no other test makes receipts. */
  private static final String AGENCY = "000.00.00.G04";

  @Autowired ReceiptStore receipts;
  @Autowired IssueReceipts issueReceipts;
  @Autowired PaymentsGivenBack givenBack;
  @Autowired TransactionTemplate transaction;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester mvc;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void theReceiptIsFitForTheArchiveSignedAndCanBeVerified() throws Exception {
    var payment = paid(asked(fee(null)));
    assertThat(page(payment)).contains("Biên lai đang được lập");
    assertThat(get(payment.page() + "/receipt.pdf")).hasStatus(404);

    issueReceipts.issueAll();

    var receipt = only(payment);
    assertThat(page(payment)).contains("Tải biên lai số " + number(receipt));
    var file = get(payment.page() + "/receipt.pdf");
    assertThat(file).hasStatusOk().hasHeader("Content-Type", "application/pdf");
    assertThat(file).hasHeader("Cache-Control", "no-store");
    var pdf = file.getResponse().getContentAsByteArray();
    assertThat(PdfConformance.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(PdfConformance.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThatItIsSigned(pdf);
    assertThat(words(pdf))
        .contains(
            "BIÊN LAI THU PHÍ, LỆ PHÍ",
            "Mẫu số: 01BLP0-001 – Ký hiệu: AA-26E – Số: 00000",
            "2600101/QĐ-XPHC",
            "15:56 ngày 18/11/2026",
            "Nguyễn Thị Mai",
            "135.000",
            "Một trăm ba mươi lăm nghìn đồng",
            SomethingToPay.COMMUNE.name());

    var verified = text(get("/verify/" + receipt.certificate()));
    assertThat(verified)
        .contains(number(receipt), "Nguyễn Thị Mai", "135.000", "Bộ Giao thông vận tải");
  }

  @Test
  void numbersLeaveNoGapWhoeverNumbersAndWhateverIsRolledBack() throws Exception {
    var all = IntStream.range(0, 40).mapToObj(n -> paid(asked(fee(null)))).toList();
    var wanted = all.stream().map(payment -> only(payment).id()).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var calls = new ArrayList<Callable<Object>>();
      for (var round = 0; round < 3; round++) {
        for (var id : wanted) {
          calls.add(() -> rolledBack(id));
          calls.add(
              () -> {
                issueReceipts.number(id);
                return id;
              });
        }
      }
      for (var call : threads.invokeAll(calls)) call.get();
    }
    var numbers =
        jdbc.sql("select number from payments.receipt where series = :series order by number")
            .param("series", requireNonNull(only(all.getFirst()).numbered()).series())
            .query(Long.class)
            .list();
    assertThat(numbers).hasSizeGreaterThanOrEqualTo(40);
    assertThat(numbers)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  private Object rolledBack(UUID id) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      issueReceipts.number(id);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    return id;
  }

  @Test
  void eachYearAndEachKindOfMoneyHasASeriesOfItsOwn() {
    var fee = paid(asked(fee(null)));
    var fine = paid(asked(of(Purpose.FINE, null)));
    issueReceipts.issueAll();
    assertThat(numbered(fee).series()).isEqualTo(AGENCY + "/AA-26E");
    assertThat(numbered(fine).series()).isEqualTo(AGENCY + "/AC-26E");

    clock.moveTo(Instant.parse("2026-12-31T17:00:00Z")); // the new year has begun in Ha Noi
    var next = paid(asked(of(Purpose.TAX, null)));
    issueReceipts.issueAll();
    assertThat(numbered(next).series()).isEqualTo(AGENCY + "/AE-27E");
    assertThat(numbered(next).number()).isEqualTo(1);
  }

  @Test
  void aRunOfTheJobMakesWhatIsWantedByAFew() {
    issueReceipts.issueAll();
    var all = IntStream.range(0, 25).mapToObj(n -> paid(asked(fee(null)))).toList();
    issueReceipts.issueSome();
    assertThat(all).allSatisfy(payment -> assertThat(only(payment).certificate()).isNotNull());
  }

  @Test
  void whoHasNoAccountGetsItByMailOnce() {
    var address = UUID.randomUUID() + "@example.vn";
    var payment = paid(asked(fee(address)));
    issueReceipts.issueAll();
    issueReceipts.issueAll();
    var mail = Mailboxes.awaitMailWith("Đã nộp 135.000 đồng", address);
    assertThat(mail)
        .contains(
            payment.page() + "/receipt.pdf", number(only(payment)), "You have paid VND 135,000");
    var file = get(payment.page() + "/receipt.pdf").getResponse().getContentAsByteArray();
    assertThat(mail).contains(".pdf, " + file.length + "]");
    assertThat(Mailboxes.unreadMail(address)).isEmpty();
  }

  @Test
  void aPartThatGoesBackMakesAnotherInItsPlaceAndTheRestAnnulsThat() throws Exception {
    var payment = paid(asked(fee(null)));
    issueReceipts.issueAll();
    var first = only(payment);

    givenBack.giveBack(payment, 35_000);
    assertThat(page(payment)).contains("biên lai thay thế đang được lập");
    issueReceipts.issueAll();
    var second = Receipt.last(receipts.listOf(payment.id())).orElseThrow();
    assertThat(second.dong()).isEqualTo(100_000);
    assertThat(second.replaces()).isEqualTo(first.id());
    var pdf = get(payment.page() + "/receipt.pdf").getResponse().getContentAsByteArray();
    assertThat(words(pdf))
        .contains("Thay thế biên lai", "Một trăm nghìn đồng", "Đã hoàn lại cho người nộp");
    assertThat(PdfConformance.faults(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(text(get("/verify/" + first.certificate())))
        .contains("Một phần tiền đã được hoàn lại");

    givenBack.giveBack(payment, 100_000);
    issueReceipts.issueAll();
    assertThat(text(get("/verify/" + second.certificate())))
        .contains("Toàn bộ số tiền đã được hoàn lại");
    assertThat(page(payment)).contains("Biên lai số " + number(second) + " không còn giá trị");
    assertThat(receipts.listOf(payment.id())).hasSize(2);
  }

  @Test
  void moneyThatGoesBackBeforeItIsPrintedIsToldAllTheSame() {
    var payment = paid(asked(fee(null)));
    givenBack.giveBack(payment, 135_000);
    issueReceipts.issueAll();
    assertThat(text(get("/verify/" + only(payment).certificate())))
        .contains("Toàn bộ số tiền đã được hoàn lại");
  }

  @Test
  void whatTheBankHasTakenBackHasNoReceiptThatHolds() {
    var payment = asked(fee(null));
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(135_000));
    issueReceipts.issueAll();
    takeFinding.take(TrialGateway.ID, attempt.ref(), new Finding.Reversed());
    issueReceipts.issueAll();
    assertThat(text(get("/verify/" + only(payment).certificate())))
        .contains("Ngân hàng đã thu lại số tiền");
  }

  private Payment paid(Payment payment) {
    var attempt = begun(payment, TrialGateway.ID);
    takeFinding.take(TrialGateway.ID, attempt.ref(), paid(payment.total()));
    return payment;
  }

  private static NewPayment fee(@Nullable String email) {
    return of(Purpose.FEE, email);
  }

  private static NewPayment of(Purpose purpose, @Nullable String email) {
    return new NewPayment(
        "trial:" + UUID.randomUUID(),
        purpose,
        new Bilingual("Lệ phí cấp bản sao", "Fee of a copy"),
        List.of(
            new Item("2716", Bilingual.same("Lệ phí"), 20_000, SomethingToPay.COMMUNE),
            new Item("2801", Bilingual.same("Phí thẩm định"), 115_000, SomethingToPay.TREASURY)),
        new Payer(null, "Nguyễn Thị Mai", email),
        Map.of(
            Fact.AGENCY, AGENCY,
            Fact.DOSSIER, "H49.12.03-261121-0001",
            Fact.DECISION, "2600101/QĐ-XPHC",
            Fact.OFFENCE_AT, "2026-11-18T15:56",
            Fact.PROCEDURE_NAME, "Cấp bản sao trích lục hộ tịch",
            Fact.PAYER_ADDRESS, "12 phố Hải Long, phường Hồng Hà, tỉnh Quảng Ninh"),
        "trial",
        null,
        Instant.parse("2027-06-01T00:00:00Z"));
  }

  private Receipt only(Payment payment) {
    assertThat(receipts.listOf(payment.id())).hasSize(1);
    return receipts.listOf(payment.id()).getFirst();
  }

  private Receipt.Numbered numbered(Payment payment) {
    return requireNonNull(only(payment).numbered());
  }

  private static String number(Receipt receipt) {
    return requireNonNull(receipt.numbered()).text();
  }

  private String page(Payment payment) {
    return text(get(payment.page()));
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(path).exchange();
  }

  private static String words(byte[] pdf) throws Exception {
    java.nio.file.Files.write(java.nio.file.Path.of("target/receipt.pdf"), pdf);
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static void assertThatItIsSigned(byte[] pdf) {
    var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
    var offline = new CommonCertificateVerifier(true);
    offline.setAIASource(null);
    validator.setCertificateVerifier(offline);
    assertThat(validator.validateDocument().getDiagnosticData().getSignatures())
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.isSignatureIntact()).isTrue();
              assertThat(signature.isSignatureValid()).isTrue();
            });
  }
}
