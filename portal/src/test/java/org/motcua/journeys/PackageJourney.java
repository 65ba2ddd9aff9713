package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A mother on her phone comes from what a birth calls for to one application for all of it; the
 * same without JavaScript.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PackageJourney {

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void onAPhoneThreeServicesAreAppliedForAtOnce() throws IOException {
    apply(browser.phone(), People.MAI);
  }

  @Test
  void withoutJavaScriptNothingIsMissing() throws IOException {
    apply(browser.desktopWithoutScript(), People.HUNG);
  }

  private void apply(Page page, People parent) throws IOException {
    page.navigate("/life-events/having-a-child");
    looked(page);
    page.locator("main a[href='/packages/birth']").first().click();
    looked(page);
    Browser.screenshot(page, "package-offered");
    page.locator("#start").click();
    looked(page);
    parent.signIn(page);
    looked(page);
    Browser.screenshot(page, "package-begun");
    common(page);
    Browser.screenshot(page, "package-common-answered");
    birth(page);
    residence(page);
    card(page);
    Browser.screenshot(page, "package-filled-in");
    press(page, "Kiểm tra và nộp");
    Browser.screenshot(page, "package-review");
    page.locator("[name=declared]").check();
    press(page, "Nộp 3 hồ sơ");
    Browser.screenshot(page, "package-sent");
    assertThat(page.locator("main").innerText())
        .contains("Mới đăng ký", "Chờ kết quả khác", "Đang chờ kết quả của: Đăng ký khai sinh");
    page.navigate("/my/dossiers");
    looked(page);
    Browser.screenshot(page, "package-in-list");
    assertThat(page.locator("main").innerText()).contains("Nộp cùng:");
  }

  private void common(Page page) {
    page.locator("main .govuk-button-group a.govuk-button").click();
    step(page, form -> form.choose("applicant.relation", "mother"));
    step(
        page,
        form ->
            form.type("child.familyName", "Trần")
                .type("child.middleName", "Gia")
                .type("child.givenName", "Bảo")
                .choose("child.sex", "male")
                .date("child.born", "2", "11", "2026"));
    step(page, form -> home(page, form));
  }

  /** Known from the account, or given now. */
  private static void home(Page page, Form form) {
    var commune = page.locator("select[name='home.address.commune']");
    if (commune.count() > 0 && commune.inputValue().equals("06697")) return;
    form.commune("home.address", "22", "193", "06697").type("home.address.street", "Số 15, tổ 3");
  }

  /** Only what is left for it alone. */
  private void birth(Page page) throws IOException {
    page.locator("main a[href$='/pages/child'][href*='/dossiers/']").click();
    Browser.screenshot(page, "package-part");
    assertThat(page.locator("main").innerText()).contains("Từ phần khai chung");
    step(page, form -> form.type("child.bornAt", "07:45"));
    step(
        page,
        form ->
            form.choose("birthplace.kind", "home")
                .commune("birthplace.unit", "22", "193", "06673"));
    step(
        page,
        form ->
            form.pick("child.ethnicity", "Kinh")
                .choose("child.nationality", "vietnam")
                .commune("child.hometown", "22", "193", "06697"));
    step(
        page,
        form ->
            form.type("mother.name", "Nguyễn Thị Mai")
                .date("mother.born", "27", "3", "1990")
                .type("mother.idNumber", "022190001234")
                .pick("mother.ethnicity", "Kinh")
                .choose("mother.nationality", "vietnam")
                .commune("mother.residence", "22", "193", "06697")
                .type("mother.residence.street", "Số 15, tổ 3"));
    step(page, form -> form.choose("father.basis", "unknown"));
    step(page, form -> form.type("registration.copies", "0"));
    page.locator("main a[href$='/papers']").first().click();
    new BirthForm(page).attach("witness-statement", "giay-cam-doan.pdf");
    press(page, "Tiếp tục");
  }

  private void residence(Page page) {
    page.locator("main a[href$='/pages/home'][href*='/dossiers/']").first().click();
    step(
        page,
        form ->
            form.choose("home.householder", "applicant").choose("householder.relation", "child"));
  }

  private void card(Page page) {
    page.locator("main a[href$='/pages/clinic']").first().click();
    step(page, form -> form.type("clinic.name", "Trạm Y tế phường Hồng Hà"));
  }

  private void step(Page page, Consumer<Form> answers) {
    looked(page);
    answers.accept(new Form(page));
    press(page, "Lưu và tiếp tục");
    assertThat(page.locator(".govuk-error-summary").count())
        .as(() -> "faults at " + page.url() + ": " + page.locator("main").innerText())
        .isZero();
  }

  private void press(Page page, String button) {
    new Form(page).press(button);
    looked(page);
  }

  private void looked(Page page) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }
}
