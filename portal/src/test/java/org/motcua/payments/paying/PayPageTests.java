package org.motcua.payments.paying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Bilingual;
import org.motcua.identity.AccountId;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.Purpose;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.Failure;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.testing.Citizens;
import org.motcua.testing.MovableClock;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the payer's page says is the truth, whoever opens it and however often it is sent. */
class PayPageTests extends MoneyTest {

  @Autowired MockMvcTester mvc;
  @Autowired MovableClock clock;
  @Autowired TrialGateway gateway;
  @Autowired OrderRefund orderRefund;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whoeverHasTheAddressSeesWhatForToWhomAndHowMuch() {
    var payment =
        asked(
            SomethingToPay.of(
                "trial:" + UUID.randomUUID(),
                List.of(
                    new Item("1", Bilingual.same("Lệ phí"), 20_000, SomethingToPay.COMMUNE),
                    new Item("2", Bilingual.same("Phí"), 115_000, SomethingToPay.TREASURY))));
    var page = open(payment, "");
    assertThat(page).hasStatusOk().hasHeader("Cache-Control", "no-store");
    assertThat(page).hasHeader("Referrer-Policy", "no-referrer");
    assertThat(page)
        .bodyText()
        .contains(
            "Lệ phí thử",
            "135.000",
            "115.000",
            SomethingToPay.COMMUNE.name(),
            SomethingToPay.TREASURY.name(),
            "Chờ nộp",
            "value=\"trial\"");
    assertThat(mvc.get().uri("/pay/nobody-knows-this-one").exchange()).hasStatus(404);
  }

  @Test
  void twoClicksLeadToTheSamePlace() {
    var payment = asked(SomethingToPay.of(20_000));
    var first = choose(payment);
    var second = choose(payment);
    assertThat(first).hasStatusOk();
    assertThat(first.getResponse().getHeader("Refresh"))
        .startsWith("0;url=https://trial.example/pay?ref=MC")
        .isEqualTo(second.getResponse().getHeader("Refresh"));
    assertThat(payments.listAttempts(payment.id())).hasSize(1);
  }

  @Test
  void theOtherLanguageOfThePageThatLeadsOnwardIsThatOfThePayersPage() {
    var payment = asked(SomethingToPay.of(20_000));
    assertThat(choose(payment))
        .bodyText()
        .contains("href=\"" + payment.page() + "?lang=en\"")
        .doesNotContain("/attempts?lang=en");
  }

  @Test
  void whoComesBackBeforeTheBankHasSpokenIsToldToWaitAndThenThatItIsPaid() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begunBy(payment);
    var waiting = open(payment, "?back");
    assertThat(waiting).bodyText().contains("Đang chờ ngân hàng xác nhận", "Kiểm tra ngay");
    assertThat(waiting).hasHeader("Refresh", "5;url=" + payment.page() + "?back=1");
    assertThat(open(payment, "?back=24")).doesNotContainHeader("Refresh");

    gateway.willSay(attempt, paid(20_000));
    assertThat(send(payment, "/check")).hasStatus3xxRedirection();
    var done = open(payment, "?back=3");
    assertThat(done).bodyText().contains("Đã nộp thành công").doesNotContain("value=\"trial\"");
    assertThat(done).doesNotContainHeader("Refresh");
    assertThat(choose(payment)).hasStatus3xxRedirection();
    assertThat(payments.listAttempts(payment.id())).hasSize(1);
  }

  @Test
  void whyItFailedIsToldAndItCanBeTriedAgain() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begunBy(payment);
    takeFinding.take(TrialGateway.ID, attempt.ref(), new Finding.Failed(Failure.NO_BALANCE));
    assertThat(open(payment, "?back"))
        .bodyText()
        .contains("Chưa nộp được", "Tài khoản không đủ tiền", "value=\"trial\"");
    choose(payment);
    assertThat(payments.listAttempts(payment.id())).hasSize(2);
  }

  @Test
  void whatIsNotOpenAnyMoreCannotBePaidAndSaysWhy() {
    var cancelled = asked(SomethingToPay.of(20_000));
    door.cancel(cancelled.reference(), "CLIENT");
    assertThat(open(cancelled, ""))
        .bodyText()
        .contains("Không phải nộp nữa", "đã hủy yêu cầu này")
        .doesNotContain("value=\"trial\"");
    assertThat(choose(cancelled)).hasStatus3xxRedirection();
    assertThat(payments.listAttempts(cancelled.id())).isEmpty();
  }

  @Test
  void moneyOnItsWayBackIsSeen() {
    var payment = asked(SomethingToPay.of(90_000));
    takeFinding.take(TrialGateway.ID, begunBy(payment).ref(), paid(90_000));
    orderRefund.order(
        payment.id(), 30_000, "Thu thừa bản sao", null, "officer:thu", "form:" + UUID.randomUUID());
    assertThat(open(payment, ""))
        .bodyText()
        .contains("30.000", "Thu thừa bản sao", "đang chuyển về cho bạn");
  }

  @Test
  void somebodySeesHisOwnPaymentsAndNobodyElses() {
    var mai = Citizens.mai();
    var title = "Lệ phí " + UUID.randomUUID();
    var own = asked(of(mai.id(), title));
    asked(of(new AccountId(UUID.randomUUID()), "Của người khác " + title));
    var listed = mvc.get().uri("/my/payments").with(SignedIn.as(mai)).exchange();
    assertThat(listed)
        .bodyText()
        .contains(title, own.page(), "Chờ nộp")
        .doesNotContain("Của người khác " + title);
  }

  private static NewPayment of(AccountId payer, String title) {
    return new NewPayment(
        "trial:" + UUID.randomUUID(),
        Purpose.FEE,
        Bilingual.same(title),
        List.of(new Item("1", Bilingual.same("Lệ phí"), 20_000, SomethingToPay.COMMUNE)),
        new Payer(payer, "Nguyễn Thị Mai", null),
        Map.of(),
        "trial",
        null,
        Instant.now().plus(Duration.ofDays(7)));
  }

  private Attempt begunBy(Payment payment) {
    choose(payment);
    return payments.listAttempts(payment.id()).getLast();
  }

  private MvcTestResult open(Payment payment, String query) {
    return mvc.get().uri(payment.page() + query).exchange();
  }

  private MvcTestResult choose(Payment payment) {
    return mvc.post()
        .uri(payment.page() + "/attempts")
        .param("way", TrialGateway.ID)
        .with(csrf())
        .exchange();
  }

  private MvcTestResult send(Payment payment, String what) {
    return mvc.post().uri(payment.page() + what).with(csrf()).exchange();
  }
}
