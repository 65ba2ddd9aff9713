package org.motcua.payments.gateway.vietqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.testing.PayersBank;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What the page says of a transfer is what is still missing, with a way out. */
class TransferPageTests extends MoneyTest {

  @Autowired MockMvcTester mvc;
  @Autowired TakeCredit takeCredit;
  @Autowired TransactionTemplate transaction;

  @Test
  void whoChoosesItIsToldHowToTransfer() {
    var payment = asked(SomethingToPay.of(135_000));
    assertThat(choose(payment)).hasRedirectedUrl(payment.page() + "/vietqr");
    var attempt = payments.listAttempts(payment.id()).getFirst();
    var page = open(payment);
    assertThat(page)
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Refresh", "8;url=" + payment.page() + "/vietqr?looked=1")
        .bodyText()
        .contains(
            "135.000",
            PayersBank.ACCOUNT,
            attempt.ref(),
            new VietQr(PayersBank.BANK, PayersBank.ACCOUNT, 135_000, attempt.ref()).text(),
            "mc-qr__squares")
        .doesNotContain("Còn thiếu");
  }

  @Test
  void whatIsMissingIsToldAndCanBeHadBack() {
    var payment = asked(SomethingToPay.of(135_000));
    choose(payment);
    var attempt = payments.listAttempts(payment.id()).getFirst();
    come(attempt, 100_000);

    assertThat(open(payment))
        .bodyText()
        .contains(
            "Còn thiếu 35.000",
            "100.000",
            new VietQr(PayersBank.BANK, PayersBank.ACCOUNT, 35_000, attempt.ref()).text());
    for (var click = 0; click < 2; click++) {
      assertThat(mvc.post().uri(payment.page() + "/vietqr/return").with(csrf()))
          .hasRedirectedUrl(payment.page());
    }
    assertThat(refunds.listOf(payment.id())).hasSize(1);
    assertThat(mvc.get().uri(payment.page()))
        .bodyText()
        .contains("100.000")
        .doesNotContain("hủy tại trang của ngân hàng");
    assertThat(open(payment)).hasRedirectedUrl(payment.page() + "?back");
  }

  @Test
  void onceTheMoneyIsThereThePageOfThePaymentSaysSo() {
    var payment = asked(SomethingToPay.of(135_000));
    choose(payment);
    come(payments.listAttempts(payment.id()).getFirst(), 135_000);
    assertThat(open(payment)).hasRedirectedUrl(payment.page() + "?back");
    assertThat(mvc.get().uri(payment.page() + "?back"))
        .bodyText()
        .contains("Đã nộp thành công", "Chuyển khoản bằng mã VietQR");
  }

  @Test
  void nobodySeesHowToPayWhatHeDoesNotKnow() {
    assertThat(mvc.get().uri("/pay/nobody-knows-this-one/vietqr")).hasStatus(404);
    assertThat(mvc.post().uri("/pay/nobody-knows-this-one/vietqr/return").with(csrf()))
        .hasStatus(404);
  }

  private void come(Attempt attempt, long dong) {
    transaction.execute(
        status ->
            takeCredit.take(
                new Credit(
                    UUID.randomUUID().toString(),
                    PayersBank.BANK,
                    PayersBank.ACCOUNT,
                    dong,
                    attempt.ref(),
                    Instant.parse("2026-11-23T02:15:02Z"),
                    new Credit.Sender("970436", "0011002233", "TRAN VAN HUNG"))));
  }

  private MvcTestResult choose(Payment payment) {
    return mvc.post()
        .uri(payment.page() + "/attempts")
        .param("way", VietQrGateway.ID)
        .with(csrf())
        .exchange();
  }

  private MvcTestResult open(Payment payment) {
    return mvc.get().uri(payment.page() + "/vietqr").exchange();
  }
}
