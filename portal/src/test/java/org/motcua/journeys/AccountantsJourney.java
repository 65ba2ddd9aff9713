package org.motcua.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.payments.PaymentId;
import org.motcua.payments.SomethingToPay;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.MoneyTest;
import org.motcua.payments.gateway.vietqr.StatedCredits;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.refunding.SendRefunds;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Two accountants close a day, and give back what one alone may not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccountantsJourney extends MoneyTest {

  private static final int DAYS = 1_500;
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

  @RegisterExtension final Browser browser = new Browser();

  @Autowired StatedCredits credits;
  @Autowired SendRefunds sendRefunds;

  private final LocalDate day = FIRST.plusDays(ThreadLocalRandom.current().nextInt(DAYS));

  @Test
  void oneSeesToWhatDiffersAndTwoCloseTheDay() {
    var attempt = paidOn(day, 135_000);
    var agrees = paidOn(day, 20_000);
    var oanh = browser.desktop();
    oanh.navigate("/desk/payments/days");
    People.ACCOUNTANT.signIn(oanh);
    look(oanh, "days-desktop");
    oanh.navigate("/desk/payments/days/vnpay/" + day);
    assertThat(main(oanh)).contains("Chưa có tệp");

    bring(oanh, "ref,transaction\n", "Không nhận tệp: dòng 1");
    bring(
        oanh,
        """
        ref,transaction,kind,dong,at
        %1$s,1,payment,134000,%3$s
        %2$s,2,payment,20000,%3$s
        MCNOBODY,3,payment,5000,%3$s
        """
            .formatted(attempt.ref(), agrees.ref(), noon(day)),
        "Đã nhận và đối chiếu tệp");
    assertThat(main(oanh))
        .contains("2 chênh lệch", "134.000", "Khác số tiền", "Thiếu ở ta", "1 dòng khớp");
    look(oanh, "day-differs-desktop");
    for (var left = 2; left > 0; left--) {
      oanh.getByLabel("Lý do chấp nhận").first().fill("Trung gian đã nhận sai, sẽ sửa");
      button(oanh, "Chấp nhận").first().click();
      oanh.waitForLoadState();
    }
    button(oanh, "Ký").click();
    assertThat(main(oanh)).contains("Kế toán thứ hai sẽ chốt ngày");
    button(oanh, "Chốt ngày").click();
    assertThat(main(oanh)).contains("cần người khác chốt ngày");

    var sang = browser.phoneWithoutScript();
    sang.navigate("/desk/payments/days/vnpay/" + day);
    People.SECOND_ACCOUNTANT.signIn(sang);
    sang.navigate("/desk/payments/days/vnpay/" + day);
    look(sang, "day-signed-plain");
    button(sang, "Chốt ngày").click();
    look(sang, "day-closed-plain");
    assertThat(main(sang)).contains("Đã chốt ngày", "Tạ Văn Sáng chốt");
    assertThat(sang.locator("main form").count()).as("nothing is changed any more").isZero();

    button(oanh, "Chốt ngày").click(); // on a page that is not true any more
    assertThat(main(oanh)).contains("Ngày này đã được chốt trước đó");
    assertThat(oanh.locator("main form").count()).isZero();
    onAPhoneInEnglish(oanh, "/desk/payments/days/vnpay/" + day, "day-closed");
    onAPhoneInEnglish(oanh, "/desk/payments/days", "days");
  }

  @Test
  void whatIsAboveTheLimitASecondAgreesTo() {
    var payment = now(now(paidOn(day, 5_000_000)).payment());
    var oanh = browser.desktop();
    oanh.navigate("/desk/payments");
    People.ACCOUNTANT.signIn(oanh);
    look(oanh, "finance-list-desktop");
    var found = now(paidOn(day, 20_000));
    oanh.navigate("/desk/payments/report");
    look(oanh, "report-desktop");
    oanh.navigate("/desk/payments?q=" + found.ref());
    oanh.locator("main table a").first().click();
    look(oanh, "finance-payment-desktop");
    oanh.navigate("/desk/payments/" + payment.id());
    oanh.locator("main summary").filter(having("Hoàn tiền")).first().click();
    button(oanh, "Hoàn tiền").click();
    assertThat(main(oanh)).contains("Nêu lý do");
    look(oanh, "finance-refund-faulty-desktop");
    oanh.locator("#reason").fill("Thu nhầm");
    button(oanh, "Hoàn tiền").click();
    assertThat(main(oanh)).contains("chờ kế toán thứ hai duyệt");

    var sang = browser.phoneWithoutScript();
    sang.navigate("/desk/refunds");
    People.SECOND_ACCOUNTANT.signIn(sang);
    sang.navigate("/desk/refunds");
    look(sang, "refunds-plain");
    sang.navigate("/desk/payments/report?lang=en");
    look(sang, "report-en-plain");
    sang.navigate("/desk/refunds?lang=vi");
    sang.locator(".mc-card").filter(having("5.000.000")).locator("button").first().click();
    sang.waitForURL("**told=AGREED");
    look(sang, "refund-agreed-plain");
    assertThat(main(sang)).contains("Đã duyệt");

    var payer = browser.phoneWithoutScript();
    payer.navigate(payment.page());
    look(payer, "pay-refunded-plain");
    assertThat(main(payer)).contains("5.000.000", "Đang hoàn tiền");
    givenBackByHand(oanh, payment);
    payer.reload();
    assertThat(main(payer)).contains("Đã hoàn lại tiền cho bạn", "5.000.000 đồng – đã hoàn");
    look(payer, "pay-given-back-plain");
  }

  /** VNPAY has never heard of it. */
  private void givenBackByHand(Page page, Payment payment) {
    sendRefunds.sendAll();
    page.navigate("/desk/refunds");
    onAPhoneInEnglish(page, "/desk/refunds", "refunds");
    page.navigate("/desk/payments/" + payment.id() + "?lang=vi");
    assertThat(main(page)).contains("Cần xử lý");
    look(page, "finance-refund-failed");
    page.getByLabel("Số lệnh chuyển tiền").fill("UNC-2026-0123456789-0123456789-0123456789");
    button(page, "Đã chuyển thủ công").click();
    assertThat(main(page)).contains("Đã ghi nhận hoàn thủ công");
    onAPhoneInEnglish(page, "/desk/payments/" + payment.id(), "finance-given-back");
  }

  private static void onAPhoneInEnglish(Page page, String address, String name) {
    page.setViewportSize(360, 740);
    page.navigate(address + "?lang=en");
    look(page, name + "-en-phone");
    page.setViewportSize(1280, 900);
    page.navigate(address + "?lang=vi");
  }

  @Test
  void moneyOfNobodyIsGivenToWhatItWasFor() {
    var payment = asked(SomethingToPay.of(20_000));
    var attempt = begun(payment, "vietqr");
    var id = "FT" + UUID.randomUUID();
    credits.hear(List.of(new StatedCredits.Stated(id, 20_000, "nop ho me", noon(day))));
    var oanh = browser.phone();
    oanh.navigate("/desk/payments/credits");
    People.ACCOUNTANT.signIn(oanh);
    oanh.navigate("/desk/payments/credits");
    look(oanh, "credits-phone");
    var card = oanh.locator(".mc-card").filter(having(id));
    card.locator("summary").first().click();
    card.getByLabel("Mã chuyển khoản").fill(attempt.ref());
    card.getByRole(AriaRole.BUTTON).first().click();
    assertThat(main(oanh)).contains("Đã gắn vào khoản nộp").doesNotContain(id);
    oanh.navigate(payment.page() + "?lang=en");
    look(oanh, "pay-paid-en-phone");
    assertThat(main(oanh)).contains("VND 20,000");
  }

  @Test
  void whatNobodyMayPayAnyMoreSaysSo() {
    var payment = asked(SomethingToPay.of(20_000));
    door.cancel(payment.reference(), "CLIENT");
    var page = browser.phoneWithoutScript();
    page.navigate(payment.page());
    look(page, "pay-cancelled-by-asker-plain");
    assertThat(page.locator("button[name=way]").count()).isZero();
  }

  private Attempt paidOn(LocalDate date, long dong) {
    var attempt = begun(asked(SomethingToPay.of(dong)), "vnpay");
    var money = new Attempt.Money(UUID.randomUUID().toString(), "NCB", noon(date));
    takeFinding.take("vnpay", attempt.ref(), new Finding.Paid(dong, money));
    return now(attempt);
  }

  private Payment now(PaymentId id) {
    return payments.find(id).orElseThrow();
  }

  private static Instant noon(LocalDate date) {
    return date.atTime(12, 0).atZone(CountryTime.ZONE).toInstant();
  }

  private static void bring(Page page, String file, String told) {
    page.locator("main summary").first().click();
    page.locator("#file")
        .setInputFiles(new FilePayload("day.csv", "text/csv", file.getBytes(UTF_8)));
    button(page, "Nhận tệp").click();
    page.getByText(told).first().waitFor();
  }

  private static Locator button(Page page, String name) {
    return page.locator("main button").filter(having(name));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
