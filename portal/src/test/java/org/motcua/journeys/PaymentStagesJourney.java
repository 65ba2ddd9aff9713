package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.ExpiredPayments;
import org.motcua.payments.gateway.Failure;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.refunding.PaymentsGivenBack;
import org.motcua.testing.Browser;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Whatever becomes of a payment, its payer can read it, in both languages and on a phone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PaymentStagesJourney extends MoneyTest {

  private static final String WAY = "trial";

  @RegisterExtension final Browser browser = new Browser();
  @Autowired MovableClock clock;
  @Autowired ExpiredPayments expiredPayments;
  @Autowired PaymentsGivenBack givenBack;

  private Page page;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void everyStageIsTold() {
    page = browser.desktop();
    var waiting = asked();
    told(waiting, "Chờ nộp", "To be paid");
    begun(waiting, WAY);
    told(waiting, "Bạn đã bắt đầu trả tiền", "Being paid");
    var failed = asked();
    take(begun(failed, WAY), new Finding.Failed(Failure.NO_BALANCE));
    told(failed, "Tài khoản không đủ tiền", "It was not paid");
    var cancelled = asked();
    door.cancel(cancelled.reference(), "REFUSED");
    told(cancelled, "Không phải nộp nữa", "Nothing is to be paid any more");
    told(paid(), "Đã nộp thành công", "Paid");
    var reversed = asked();
    var attempt = begun(reversed, WAY);
    take(attempt, paid(135_000));
    take(attempt, new Finding.Reversed());
    told(reversed, "Ngân hàng đã thu lại", "Taken back by the bank");
    var partly = paid();
    givenBack.giveBack(partly, 35_000);
    told(partly, "35.000 đồng – đã hoàn", "Paid, a part given back");
    var back = paid();
    givenBack.giveBack(back, 135_000);
    told(back, "Đã hoàn lại tiền cho bạn", "Given back");
    var expired = asked();
    clock.advance(Duration.ofDays(8));
    expiredPayments.expireAll();
    told(expired, "Hết hạn", "The time to pay is over");
  }

  private Payment asked() {
    return asked(SomethingToPay.of(135_000));
  }

  private Payment paid() {
    var payment = asked();
    take(begun(payment, WAY), paid(135_000));
    return now(payment);
  }

  private void take(Attempt attempt, Finding finding) {
    takeFinding.take(WAY, attempt.ref(), finding);
  }

  private void told(Payment payment, String vietnamese, String english) {
    page.setViewportSize(1280, 900);
    open(payment, "vi", vietnamese);
    page.setViewportSize(360, 740);
    open(payment, "en", english);
  }

  private void open(Payment payment, String language, String words) {
    page.navigate(payment.page() + "?lang=" + language);
    assertThat(page.locator("main").innerText()).contains(words);
    Browser.assertAccessible(page);
    var stage = words.replaceAll("[^\\p{L}]+", "-");
    Browser.screenshot(page, "stage-" + language + "-" + stage);
  }
}
