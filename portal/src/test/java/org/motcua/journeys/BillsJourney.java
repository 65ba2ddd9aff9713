package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Creditors.debt;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.Creditors;
import org.motcua.testing.Creditors.Fault;
import org.motcua.testing.VnpayHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody without an account pays a fine, and bills of electricity, by VNPAY. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BillsJourney {

  private static final String NAME = "Ngô Văn Tư";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private JdbcClient jdbc;

  private String number = "";

  @BeforeEach
  void somethingIsOwed() {
    VnpayHouse.leadsTo(browser.address());
    jdbc.sql("delete from platform.rate_limit where id like 'bills.%'").update();
    number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999));
    Creditors.fines(number, NAME, 900_000);
    Creditors.owes(
        "electricity",
        "PE" + number + "12",
        "Nguyễn Thị Mai",
        debt("PE" + number + "12-09", "Tiền điện tháng 09/2026", 300_000),
        debt("PE" + number + "12-10", "Tiền điện tháng 10/2026", 200_000));
  }

  @AfterEach
  void mend() {
    Creditors.mend();
  }

  @Test
  void aTrafficFineWithoutAnAccount() {
    payFine(browser.desktop());
  }

  @Test
  void aTrafficFineOnAPhoneWithoutJavaScript() {
    payFine(browser.phoneWithoutScript());
  }

  private void payFine(Page page) {
    page.navigate("/bills");
    Browser.assertAccessible(page);
    page.getByText("Phạt vi phạm giao thông").first().click();
    Browser.assertAccessible(page);
    page.getByLabel("Số quyết định xử phạt").fill(number);
    press(page, "Tra cứu");
    assertThat(page.content()).contains("Hãy nhập họ và tên người bị phạt");
    page.getByLabel("Họ và tên người bị phạt").fill(NAME);
    Creditors.fails(Fault.UNAVAILABLE);
    press(page, "Tra cứu");
    assertThat(page.content()).contains("chưa trả lời");
    Browser.assertAccessible(page);
    Creditors.mend();
    press(page, "Thử lại");
    Browser.assertAccessible(page);
    assertThat(page.locator("main").innerText()).contains("900.000 đồng", "Vượt đèn đỏ");
    page.getByLabel("Họ và tên người trả").fill("Nguyễn Thị Mai");
    press(page, "Tiếp tục thanh toán");
    payByVnpay(page);
    awaitConfirmation(page, "Cảnh sát giao thông đã ghi nhận");
  }

  @Test
  void oneOfTwoElectricityBills() {
    var page = browser.phone();
    page.navigate("/bills/electricity?lang=en");
    Browser.assertAccessible(page);
    page.getByLabel("Customer code").fill("pe " + number + "12");
    press(page, "Look up");
    Browser.assertAccessible(page);
    page.getByLabel("In English: Tiền điện tháng 09/2026").uncheck();
    page.getByLabel("Full name of the person who pays").fill("Trần Văn Hùng");
    press(page, "Continue to payment");
    assertThat(page.locator("main").innerText()).contains("VND 200,000");
    payByVnpay(page);
    awaitConfirmation(page, "The electricity company has confirmed");
    page.navigate("/bills/electricity");
    page.getByLabel("Customer code").fill("PE" + number + "12");
    press(page, "Look up");
    assertThat(page.locator("main").innerText()).contains("need not pay it again");
  }

  @Test
  void contributionsOfOneselfAndOfAHousehold() {
    Creditors.insures("2" + number, NAME, "NEAR_POOR", 3);
    var page = browser.desktop();
    page.navigate("/bills/insurance");
    look(page, "bills-insurance");
    insured(page, "voluntary", "Tiếp tục");
    page.locator("[name=income]").fill("3.000.000");
    page.locator("[name=months]").first().check();
    press(page, "Tính số tiền");
    look(page, "bills-voluntary");
    assertThat(page.locator("main").innerText()).contains("528.000 đồng");

    page.setViewportSize(360, 740);
    page.navigate("/bills/insurance?lang=en");
    insured(page, "household", "Continue");
    press(page, "Compute the sum");
    assertThat(page.locator("main").innerText()).contains("Choose at least one person");
    look(page, "bills-household-faulty");
    page.locator("[name=members]").nth(0).check();
    page.locator("[name=members]").nth(1).check();
    page.locator("[name=months]").last().check();
    press(page, "Compute the sum");
    look(page, "bills-household");
    assertThat(page.locator(".mc-header a[hreflang=vi]").getAttribute("href"))
        .as("there is no page to see at /bills/insurance/quote")
        .isEqualTo("/bills/insurance?lang=vi");
    page.locator(".mc-header a[hreflang=vi]").click();
    assertThat(page.locator("h1").innerText()).isEqualTo("Đóng bảo hiểm");
  }

  private void insured(Page page, String plan, String next) {
    page.locator("[name=plan][value=" + plan + "]").check();
    page.locator("[name=number]").fill("2" + number);
    page.locator("[name=name]").fill(NAME);
    press(page, next);
  }

  @Test
  void onesOwnTaxesAndSavedCodes() {
    Creditors.owes(
        "taxes",
        People.MAI.signInName(),
        People.MAI.name(),
        debt("TAX" + number, "Thuế sử dụng đất phi nông nghiệp năm 2026", 486_000));
    var page = browser.desktop();
    page.navigate("/my/taxes");
    People.MAI.signIn(page);
    page.navigate("/my/taxes");
    look(page, "bills-taxes");
    press(page, "Tiếp tục thanh toán");
    payByVnpay(page);
    look(page, "bills-tax-asked");
    page.navigate(page.url().replaceAll("[?#].*", "") + "/slip");
    look(page, "bills-tax-slip");
    page.navigate("/my/bills/codes/new");
    look(page, "bills-code-new");
    page.navigate("/my/bills");
    look(page, "bills-mine");
    page.setViewportSize(360, 740);
    page.navigate("/my/bills?lang=en");
    look(page, "bills-mine-phone");
    page.navigate("/bills?lang=en");
    look(page, "bills-phone");
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }

  private static void payByVnpay(Page page) {
    page.locator("button[name=way][value=vnpay]").click();
    page.waitForURL("**/vnpay/paymentv2/vpcpay.html?*");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trả").setExact(true))
        .click();
    page.waitForURL("**/pay/**");
    page.locator("a[href^='/bills/asked/']").first().click();
  }

  /** The creditor is told by a job: the page is looked at again until it has heard. */
  private static void awaitConfirmation(Page page, String words) {
    for (var times = 0; times < 20 && !page.content().contains(words); times++) {
      page.waitForTimeout(250);
      page.reload();
    }
    PlaywrightAssertions.assertThat(page.locator("main")).containsText(words);
    Browser.assertAccessible(page);
  }

  private static void press(Page page, String button) {
    page.locator("main button", new Page.LocatorOptions().setHasText(button)).first().click();
    page.locator("main h1").waitFor(new Locator.WaitForOptions());
  }
}
