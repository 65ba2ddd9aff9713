package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.payments.PaymentSummary;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.Payments;
import org.motcua.payments.SomethingToPay;
import org.motcua.testing.Browser;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Somebody opens a payment's page, goes to VNPAY, does not pay, thinks better of it and pays. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PayByVnpayJourney {

  @RegisterExtension final Browser browser = new Browser();
  @Autowired Payments payments;

  @Test
  void onADesktopOneCancelsAndPaysAgain() {
    cancelAndPayAgain(browser.desktop(), "desktop");
  }

  @Test
  void onAPhoneOneCancelsAndPaysAgain() {
    cancelAndPayAgain(browser.phone(), "phone");
  }

  @Test
  void withoutScriptsItIsTheSame() {
    cancelAndPayAgain(browser.phoneWithoutScript(), "plain");
  }

  private void cancelAndPayAgain(Page page, String size) {
    VnpayHouse.leadsTo(browser.address());
    var asked = payments.request(SomethingToPay.of("journey:" + UUID.randomUUID(), 135_000));
    page.navigate(asked.page());
    assertThat(main(page)).contains("135.000", "Chờ nộp", "VNPAY");
    look(page, "pay-" + size);

    goToVnpay(page);
    press(page, "Không trả nữa");
    assertThat(page.url()).startsWith(browser.address() + asked.page());
    assertThat(main(page)).contains("Chưa nộp được", "Chưa có khoản tiền nào bị trừ");
    look(page, "pay-cancelled-" + size);

    goToVnpay(page);
    press(page, "Không đủ số dư");
    assertThat(main(page)).contains("Tài khoản không đủ tiền");

    goToVnpay(page);
    press(page, "Trả");
    assertThat(main(page)).contains("Đã nộp thành công", "Qua VNPAY");
    look(page, "pay-paid-" + size);
    assertThat(standing(asked)).isEqualTo(Standing.PAID);

    page.reload();
    assertThat(page.locator("button[name=way]").count()).as("there is no paying twice").isZero();
  }

  private static void goToVnpay(Page page) {
    page.locator("button[name=way][value=vnpay]").click();
    page.waitForURL("**/vnpay/paymentv2/vpcpay.html?*");
    assertThat(page.locator("h1").innerText()).isEqualTo("135000");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
    page.waitForURL("**/pay/**");
  }

  private Standing standing(PaymentSummary asked) {
    return payments.find(asked.id()).orElseThrow().standing();
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
