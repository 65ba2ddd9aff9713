package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.Phones;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Who cannot come to the screen lets somebody else: by a delegation, which ends when the giver says
 * so, and at the counter, by a code read out to the officer.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ActingForOthersJourney {

  private static final String BAR = ".mc-acting";

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void maiDelegatesHungFillsInAPageAndIsRefusedOnceSheHasEndedIt() {
    var mai = browser.desktop();
    offer(mai);
    var hung = browser.phone();
    accept(hung);

    press(hung, "Làm thay Nguyễn Thị Mai");
    assertThat(hung.locator(BAR).innerText()).contains("Nguyễn Thị Mai", "Trần Văn Hùng");
    Browser.screenshot(hung, "acting-360");
    begin(hung);
    new Form(hung).choose("declarant.relation", "mother").press("Lưu và tiếp tục");
    looked(hung);
    assertThat(hung.locator(BAR).innerText()).contains("Nguyễn Thị Mai");

    mai.navigate("/my/delegations");
    looked(mai);
    Browser.screenshot(mai, "delegations-1280");
    press(mai, "Chấm dứt ngay");
    assertThat(mai.locator("main").innerText()).contains("Đã chấm dứt lúc");

    new Form(hung).type("child.familyName", "Trần").press("Lưu và tiếp tục");
    looked(hung);
    Browser.screenshot(hung, "acting-ended-360");
    assertThat(hung.locator("main").innerText()).contains("Bạn không còn làm thay nữa");
    assertThat(hung.locator(BAR).count()).isZero();

    mai.navigate("/my/dossiers");
    mai.locator("main .mc-card__title a").first().click();
    looked(mai);
    mai.locator("a[href$='/removal']").click();
    looked(mai);
    mai.locator("main form[action$='/removal'] button").click();
    mai.waitForLoadState();
  }

  @Test
  void atTheCounterTheCitizenReadsTheCodeAndTheOfficerFiles() {
    var phone = "+84987008899";
    Phones.clear(phone);
    var officer = browser.desktopWithoutScript();
    officer.navigate("/desk/assisting");
    People.RECEPTION.signIn(officer);
    looked(officer);
    Browser.screenshot(officer, "assisting-1280");
    new Form(officer)
        .type("number", "022195008899")
        .pick("procedure", "Đăng ký khai sinh")
        .press("Gửi mã cho công dân");
    looked(officer);
    new Form(officer)
        .type("name", "Vũ Thị Lan")
        .date("born", "2", "3", "1995")
        .type("phone", "0987 008 899")
        .press("Gửi mã cho công dân");
    looked(officer);
    Browser.screenshot(officer, "assisting-consent-1280");
    var sms = Phones.awaitSms(phone);
    assertThat(sms).contains("Phạm Thu Trang", "đừng đọc mã");
    new Form(officer)
        .choose("paper", "CCCD")
        .type("code", sms.replaceAll("(?s).*\\b(\\d{6})\\b.*", "$1"))
        .press("Bắt đầu làm thay");
    looked(officer);
    assertThat(officer.locator(BAR).innerText()).contains("Vũ Thị Lan", "Phạm Thu Trang");
    officer.locator("form[action='/my/dossiers'] button").first().click();
    looked(officer);
    officer.locator("main a.govuk-button").first().click();
    new Form(officer).choose("declarant.relation", "mother").press("Lưu và tiếp tục");
    looked(officer);

    officer.locator(BAR + " button").click();
    looked(officer);
    assertThat(officer.locator("main").innerText()).contains("Bạn đã thôi làm thay công dân");
    Phones.awaitSmsWith("đang nộp hồ sơ thay bạn", phone);
    Phones.awaitSmsWith("không còn làm thay bạn", phone);
  }

  private static void offer(Page mai) {
    mai.navigate("/my/delegations");
    People.MAI.signIn(mai);
    looked(mai);
    press(mai, "Ủy quyền cho một người");
    Browser.screenshot(mai, "delegating-1280");
    new Form(mai)
        .type("number", "022088005678")
        .type("name", "Trần Văn Hùng")
        .choose("powers", "SIGN")
        .choose("scope", "PROCEDURE")
        .pick("procedure", "Đăng ký khai sinh (1.001193)")
        .press("Gửi đề nghị");
    looked(mai);
    assertThat(mai.locator("main").innerText()).contains("Chờ trả lời");
  }

  private static void accept(Page hung) {
    hung.navigate("/my/delegations");
    People.HUNG.signIn(hung);
    looked(hung);
    Browser.screenshot(hung, "delegations-offer-360");
    press(hung, "Nhận ủy quyền");
    Browser.screenshot(hung, "delegations-held-360");
  }

  private static void begin(Page page) {
    page.navigate("/services/birth-registration");
    looked(page);
    page.locator("form[action='/my/dossiers'] button").first().click();
    looked(page);
    page.locator("main a.govuk-button").first().click();
    looked(page);
  }

  private static void press(Page page, String button) {
    new Form(page).press(button);
    looked(page);
  }

  private static void looked(Page page) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }
}
