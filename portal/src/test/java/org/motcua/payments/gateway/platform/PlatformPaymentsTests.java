package org.motcua.payments.gateway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.documents.Bilingual;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Purpose;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.BeginAttempt;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.GiveBack;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.MessageLog;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.testing.MovableClock;
import org.motcua.testing.NationalPlatform;
import org.motcua.testing.NationalPlatform.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Paying by the national platform, with all that its messages may come as. */
class PlatformPaymentsTests extends MoneyTest {

  @Autowired MockMvcTester mvc;
  @Autowired AskGateways askGateways;
  @Autowired PlatformGateway gateway;
  @Autowired MessageLog messages;
  @Autowired GiveBack giveBack;
  @Autowired TransactionTemplate transaction;
  @Autowired MovableClock clock;
  @Autowired JsonMapper json;

  @AfterEach
  void mend() {
    NationalPlatform.mend();
    clock.reset();
  }

  @Test
  void thePlatformIsToldWhoPaysWhatToWhom() {
    var asked = SomethingToPay.of(135_000);
    var payment = asked(with(asked, Purpose.FEE, Map.of(Fact.DOSSIER, "H49-1")));
    var attempt = begun(payment, PlatformGateway.ID);

    assertThat(now(attempt).address()).isEqualTo(payAt(attempt));
    var init = NationalPlatform.initOf(attempt.ref());
    assertThat(init.propertyNames())
        .containsExactly(
            "LoaiBanTin",
            "PhienBan",
            "MaDoiTac",
            "MaThamChieu",
            "SoTien",
            "LoaiHinhThanhToan",
            "MaKenhThanhToan",
            "MaThietBi",
            "NgonNgu",
            "MaTienTe",
            "MaNganHang",
            "ThongTinGiaoDich",
            "ThoiGianGD",
            "Ip",
            "ThongTinBienLai",
            "MaXacThuc");
    assertThat(init.path("PhienBan").asString()).isEqualTo("1.0.6");
    assertThat(init.path("SoTien").asString()).isEqualTo("135000");
    var voucher = init.path("ThongTinBienLai");
    assertThat(voucher.path("MaDichVu").asString()).isEqualTo("2");
    assertThat(voucher.path("MaHoSo").asString()).isEqualTo("H49-1");
    assertThat(voucher.path("TKThuHuong").asString()).isEqualTo("3511.0.1012345");
    assertThat(voucher.path("MaNHThuHuong").asString()).isEqualTo("970436");
    assertThat(voucher.path("HoTenNguoiNop").asString()).isEqualTo("Nguyễn Thị Mai");
    assertThat(voucher.path("PhiLePhi")).hasSize(1);
    assertThat(voucher.path("DSKhoanNop")).isEmpty();
  }

  @Test
  void aFineHasItsDecisionOnTheVoucherAndItsPayerIsNotKeptInMessages() {
    var facts =
        Map.of(
            Fact.DECISION, "123/QĐ-XPHC",
            Fact.DECISION_DATE, "2026-11-02",
            Fact.OFFENDER, "Trần Văn Hùng",
            Fact.PAYER_ID_NUMBER, "022088005678",
            Fact.PAYER_ADDRESS, "Số 5, tổ 12");
    var attempt =
        begun(asked(with(SomethingToPay.of(900_000), Purpose.FINE, facts)), PlatformGateway.ID);
    var voucher = NationalPlatform.initOf(attempt.ref()).path("ThongTinBienLai");
    assertThat(voucher.path("MaDichVu").asString()).isEqualTo("1");
    assertThat(voucher.path("SoQD").asString()).isEqualTo("123/QĐ-XPHC");
    assertThat(voucher.path("NgayQD").asString()).isEqualTo("20261102");
    assertThat(voucher.path("DSKhoanNop")).hasSize(1);
    assertThat(voucher.path("PhiLePhi")).isEmpty();

    var kept = messages.listAbout(attempt.ref());
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().content())
        .contains("123/QĐ-XPHC")
        .doesNotContain("022088005678", "tổ 12", NationalPlatform.SECRET)
        .doesNotContain(NationalPlatform.initOf(attempt.ref()).path("MaXacThuc").asString());
  }

  @Test
  void moneyForSeveralBeneficiariesGoesAnotherWay() {
    var name = Bilingual.same("Lệ phí");
    var payment =
        asked(
            SomethingToPay.of(
                "trial:" + System.nanoTime(),
                List.of(
                    new Item("1", name, 1_000, SomethingToPay.COMMUNE),
                    new Item("2", name, 2_000, SomethingToPay.TREASURY))));
    assertThat(beginAttempt.begin(payment, PlatformGateway.ID, VISIT))
        .isInstanceOf(BeginAttempt.Outcome.NoSuchWay.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"UNAVAILABLE", "GARBLED"})
  void whereThePlatformIsOutOfOrderNothingIsBegun(Fault fault) {
    NationalPlatform.fails(fault);
    var payment = asked(SomethingToPay.of(20_000));
    assertThat(beginAttempt.begin(payment, PlatformGateway.ID, VISIT))
        .isInstanceOf(BeginAttempt.Outcome.OutOfOrder.class);
    assertThat(payments.listAttempts(payment.id())).isEmpty();
  }

  @Test
  void aConfirmationSettlesAndItsReceiptIsFetched() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);

    assertThat(tell(paid(attempt))).isEqualTo("00");
    assertThat(tell(paid(attempt))).isEqualTo("00");

    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(payment, "CLEARING")).isEqualTo(20_000);
    assertThat(now(attempt).brought())
        .isEqualTo(
            new Attempt.Money(
                "NP" + attempt.ref().substring(2),
                "970436",
                Instant.parse("2026-11-23T02:45:00Z")));
    assertThat(messages.listAbout(attempt.ref()))
        .filteredOn(MessageLog.Message::incoming)
        .hasSize(2)
        .allSatisfy(kept -> assertThat(kept.content()).contains("•••"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(mvc.get().uri(payment.page() + "/platform-receipt"))
                    .hasStatusOk()
                    .hasContentType("application/pdf"));
    assertThatTheBooksBalance();
  }

  @Test
  void nobodyButWhoHasTheKeySeesAReceiptAndNobodyBeforeThereIsOne() {
    var payment = asked(SomethingToPay.of(20_000));
    assertThat(mvc.get().uri(payment.page() + "/platform-receipt")).hasStatus(404);
    assertThat(mvc.get().uri("/pay/unknown/platform-receipt")).hasStatus(404);
  }

  @Test
  void whateverIsAlteredChangesNothingAndIsKept() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    for (var field : Seal.CONFIRMATION.fields()) {
      var altered = new LinkedHashMap<>(paid(attempt));
      altered.merge(field, "1", String::concat);
      assertThat(tell(altered)).as(field).isEqualTo("97");
    }
    var unsealed = new LinkedHashMap<>(paid(attempt));
    unsealed.remove("MaXacThuc");
    assertThat(tell(unsealed)).isEqualTo("97");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.BEGUN);
    assertThat(messages.listAbout(attempt.ref()))
        .filteredOn(kept -> kept.verdict().equals("FORGED"))
        .hasSizeGreaterThanOrEqualTo(Seal.CONFIRMATION.fields().size());
  }

  @Test
  void aWrongSumAndWhatNobodyUnderstandsChangeNothing() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    assertThat(tell(NationalPlatform.confirmation(attempt.ref(), "00", "2000"))).isEqualTo("04");
    assertThat(tell(NationalPlatform.confirmation(attempt.ref(), "00", "-1"))).isEqualTo("03");
    assertThat(tell(changed(paid(attempt), "ThoiGianGD", "yesterday"))).isEqualTo("03");
    assertThat(tell(changed(paid(attempt), "MaTienTe", "USD"))).isEqualTo("03");
    assertThat(tell("<html>")).isEqualTo("03");
    assertThat(tell("")).isEqualTo("03");
    assertThat(tell("[]")).isEqualTo("03");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
  }

  /** The platform's clock is not ours. */
  @Test
  void aConfirmationOfAnotherDayCounts() {
    for (var time : List.of("20200101000000", "20991231235959")) {
      var payment = asked(SomethingToPay.of(20_000));
      var attempt = begun(payment, PlatformGateway.ID);
      assertThat(tell(changed(paid(attempt), "ThoiGianGD", time))).isEqualTo("00");
      assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
    }
  }

  @Test
  void theSameFiftyTimesAtOnceSettlesOnce() throws Exception {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    var calls =
        IntStream.range(0, 50).<Callable<String>>mapToObj(n -> () -> tell(paid(attempt))).toList();
    var codes = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(calls)) codes.add(answer.get());
    }
    assertThat(codes).hasSize(50).containsOnly("00");
    assertThat(balance(payment, "CLEARING")).isEqualTo(20_000);
    assertThatTheBooksBalance();
  }

  /** Told before our own transaction has ended: refused, so that it comes again. */
  @Test
  void aConfirmationThatIsTooEarlyIsToldAgain() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt =
        Attempt.begin(
            payment, PlatformGateway.ID, clock.instant(), clock.instant().plusSeconds(900), null);
    assertThat(tell(paid(attempt))).isEqualTo("01");
    transaction.executeWithoutResult(status -> payments.begin(attempt));
    assertThat(tell(paid(attempt))).isEqualTo("00");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void aFailureThatMoneyFollowsIsPaid() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    assertThat(tell(NationalPlatform.confirmation(attempt.ref(), "51", "20000"))).isEqualTo("00");
    assertThat(now(attempt).problem()).isEqualTo("NO_BALANCE");
    assertThat(tell(paid(attempt))).isEqualTo("00");
    assertThat(tell(NationalPlatform.confirmation(attempt.ref(), "24", "20000"))).isEqualTo("00");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void whatTheBankDoesNotKnowYetIsAskedAgain() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    assertThat(askGateways.ask(attempt)).isInstanceOf(Finding.Unknown.class);
    NationalPlatform.becomes(attempt.ref(), "3", "00");
    askGateways.ask(attempt);
    assertThat(now(attempt).status()).isEqualTo(AttemptStatus.PENDING);
    NationalPlatform.becomes(attempt.ref(), "1", "00");
    askGateways.ask(now(attempt));
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void whatThePlatformSaysFailedHasFailed() {
    var attempt = begun(asked(SomethingToPay.of(20_000)), PlatformGateway.ID);
    NationalPlatform.becomes(attempt.ref(), "4", "24");
    askGateways.ask(attempt);
    assertThat(now(attempt).problem()).isEqualTo("CANCELLED");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NONE", "MEAN"},
      mode = EnumSource.Mode.EXCLUDE)
  void anAnswerThatIsNotItsOwnSaysNothing(Fault fault) {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    NationalPlatform.becomes(attempt.ref(), "1", "00");
    NationalPlatform.fails(fault);
    assertThat(askGateways.ask(attempt)).isInstanceOf(Finding.OutOfOrder.class);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
  }

  @Test
  void whoComesBackSeesThePaymentAndThePlatformIsAskedWhatBecameOfIt() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    NationalPlatform.becomes(attempt.ref(), "1", "00");
    assertThat(comeBack(paid(attempt))).hasStatus(303).hasRedirectedUrl(payment.page() + "?back");
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.PAID);
  }

  /**
   * A payment's reference stands on bank statements; its page's address must not follow from it.
   */
  @Test
  void whoKnowsAReferenceAloneIsNotShownThePayment() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    var forged = Map.of("MaThamChieu", attempt.ref(), "MaDoiTac", "MOTCUA", "MaXacThuc", "0");
    assertThat(comeBack(forged))
        .hasStatusOk()
        .bodyText()
        .contains("Không rõ bạn vừa thanh toán khoản nào")
        .doesNotContain(payment.page());
  }

  @Test
  void aBrowsersWordMovesNoMoney() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    assertThat(comeBack(paid(attempt))).hasStatus(303);
    assertThat(now(payment).status()).isEqualTo(PaymentStatus.OPEN);
  }

  @Test
  void moneyIsSentBack() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, PlatformGateway.ID);
    tell(paid(attempt));
    var paid = now(attempt);
    var refund = transaction.execute(status -> giveBack.surplus(paid, 5_000, clock.instant()));

    assertThat(gateway.refund(refund, paid, now(payment)))
        .isEqualTo(new Refunding.Done("RF" + paid.ref().substring(2)));
    NationalPlatform.refundsOf(paid.ref(), "3");
    assertThat(gateway.refund(refund, paid, now(payment))).isInstanceOf(Refunding.Underway.class);
    NationalPlatform.refundsOf(paid.ref(), "4");
    assertThat(gateway.refund(refund, paid, now(payment))).isInstanceOf(Refunding.Refused.class);
    NationalPlatform.fails(Fault.FORGED);
    assertThat(gateway.refund(refund, paid, now(payment))).isInstanceOf(Refunding.OutOfOrder.class);
  }

  private static NewPayment with(NewPayment asked, Purpose purpose, Map<Fact, String> facts) {
    return new NewPayment(
        asked.reference(),
        purpose,
        asked.title(),
        asked.items(),
        asked.payer(),
        facts,
        asked.askedBy(),
        asked.returnTo(),
        asked.expiresAt());
  }

  private static String payAt(Attempt attempt) {
    return NationalPlatform.address() + "/pay?ref=" + attempt.ref();
  }

  private static Map<String, String> paid(Attempt attempt) {
    return NationalPlatform.confirmation(attempt.ref(), "00", String.valueOf(attempt.dong()));
  }

  /** By the platform itself: sealed anew. */
  private static Map<String, String> changed(
      Map<String, String> values, String field, String value) {
    var changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    return NationalPlatform.sealed(changed);
  }

  private String tell(Map<String, String> confirmation) {
    return tell(json.writeValueAsString(confirmation));
  }

  /** Without a form's token, as a machine does. */
  private String tell(String body) {
    var answer =
        mvc.post()
            .uri("/payments/platform/confirm")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .exchange();
    assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
    return json.readTree(answer.getResponse().getContentAsByteArray()).path("MaLoi").asString();
  }

  private MvcTestResult comeBack(Map<String, String> values) {
    var request = mvc.get().uri("/payments/platform/return");
    values.forEach(request::param);
    return request.exchange();
  }
}
