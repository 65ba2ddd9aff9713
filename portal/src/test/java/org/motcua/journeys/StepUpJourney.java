package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In a browser of her own a mother signs in by password alone. That is enough to fill in a birth
 * registration; handing it in needs a code besides. She is asked for it on the way, and what she
 * has filled in is handed in without another click. At a desk, and on a phone without JavaScript.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StepUpJourney {

  private static final String PASSWORD = "MotCua@2020";
  private static final String NEW_PHONE = "0912 555 401";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private JdbcClient jdbc;
  @Autowired private MovableClock clock;

  @BeforeEach
  @AfterEach
  void noBrowserIsTrusted() {
    jdbc.sql("delete from identity.known_browser").update();
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    clock.reset();
  }

  @Test
  void theFormThatNeedsMoreThanAPasswordIsHandedInAfterTheCode() throws IOException {
    handIn(browser.desktop(), People.MAI);
  }

  @Test
  void onAPhoneWithoutJavaScriptTheSame() throws IOException {
    handIn(browser.phoneWithoutScript(), People.HOA);
  }

  private void handIn(Page page, People parent) throws IOException {
    trustThisBrowser(page, parent);
    begin(page);
    var draft = page.url();
    signInByPassword(page, parent);
    page.navigate(draft);
    var form = new BirthForm(page);
    form.fill();
    form.declareAndHandIn();
    showMore(page, parent, "Xác nhận");
    assertThat(page.locator("h1").innerText()).isEqualTo("Đã nộp hồ sơ");
    look(page, "handed-in");
    page.navigate(draft);
    page.locator("main summary").first().click();
    assertThat(page.locator("main").innerText()).contains(BirthForm.CHILD.split(" "));
  }

  /** She had opened the form before; meanwhile she has signed in anew, in another window. */
  @Test
  void whatWasTypedInAWindowLeftOpenGoesOnAfterTheCodeAsWell() {
    var page = browser.phone();
    trustThisBrowser(page, People.HUNG);
    page.navigate("/my/account/phone?lang=en");
    signInByPassword(page.context().newPage(), People.HUNG);

    new Form(page).type("value", NEW_PHONE).press("Send the code");
    showMore(page, People.HUNG, "Confirm");
    assertThat(page.url()).endsWith("/my/account/phone/code");
    assertThat(page.locator("main").innerText()).contains(NEW_PHONE);
    look(page, "gone-on");
  }

  private void trustThisBrowser(Page page, People person) {
    page.navigate("/my");
    page.locator("[name=trust]").check();
    person.signIn(page);
  }

  private static void begin(Page page) {
    page.navigate("/services/birth-registration");
    page.locator("main form[action='/my/dossiers'] button").first().click();
    page.waitForLoadState();
    // Where a draft of an earlier journey waits: another one.
    if (page.url().endsWith("/my/dossiers")) new Form(page).press("Mở hồ sơ mới");
    page.waitForURL("**/my/dossiers/**");
  }

  private void signInByPassword(Page page, People person) {
    page.navigate("/my");
    page.locator("header form[action='/sign-out'] button").click();
    page.waitForURL("**/signed-out");
    page.navigate("/sign-in");
    new Form(page).type("name", person.signInName()).type("password", PASSWORD);
    page.locator("main button[type=submit].govuk-button").first().click();
    page.waitForURL("**/my");
  }

  private void showMore(Page page, People person, String button) {
    assertThat(page.url()).endsWith("/step-up");
    look(page, "asked");
    Phones.clear(person.phone());
    new Form(page).press(button);
    look(page, "code");
    new Form(page).type("code", Phones.awaitCode(person.phone())).press(button);
  }

  private static void look(Page page, String name) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
    Browser.screenshot(page, "step-up-" + name + "-" + page.viewportSize().width);
  }
}
