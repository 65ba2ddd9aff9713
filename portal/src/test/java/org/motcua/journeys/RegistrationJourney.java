package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.Phones;
import org.motcua.testing.Registers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody comes for the first time, with the number of his identity card or that of his insurer,
 * and lets the population register say who he is. At a desk, on a phone and without JavaScript, in
 * Vietnamese and English; every page passed is looked over by axe-core.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistrationJourney {

  private static final String PASSWORD = "một câu thật dài";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void nobodyHasTriedYet() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
    Registers.reset();
  }

  @AfterEach
  void theRegistersKnowOnlyTheDemoPeople() {
    Registers.reset();
  }

  @Test
  void byTheNumberOfTheIdentityCard() {
    walk(browser.desktop(), Newcomer.withCard("022191007301", "+84912555301"), Words.VIETNAMESE);
  }

  @Test
  void byTheNumberOfTheIdentityCardOnAPhone() {
    walk(browser.phone(), Newcomer.withCard("022191007302", "+84912555302"), Words.ENGLISH);
  }

  @Test
  void byTheNumberOfTheIdentityCardWithoutJavaScript() {
    walk(
        browser.phoneWithoutScript(),
        Newcomer.withCard("022191007303", "+84912555303"),
        Words.VIETNAMESE);
  }

  @Test
  void byTheInsurersNumber() {
    walk(browser.desktop(), Newcomer.insured("2291007304", "+84912555304"), Words.ENGLISH);
  }

  @Test
  void byTheInsurersNumberOnAPhone() {
    walk(browser.phone(), Newcomer.insured("2291007305", "+84912555305"), Words.VIETNAMESE);
  }

  @Test
  void byTheInsurersNumberWithoutJavaScript() {
    walk(
        browser.desktopWithoutScript(),
        Newcomer.insured("2291007306", "+84912555306"),
        Words.VIETNAMESE);
  }

  /**
   * @param kind which number it is
   * @param card the number of the identity card, which the insurer knows as well
   */
  private record Newcomer(String kind, String number, String card, String name, String phone) {

    static Newcomer withCard(String number, String phone) {
      return new Newcomer("citizenId", number, number, "Đào Thị Cẩm Vân", phone);
    }

    static Newcomer insured(String number, String phone) {
      var card = "022191" + number.substring(4);
      return new Newcomer("socialInsuranceNumber", number, card, "Đào Thị Cẩm Vân", phone);
    }

    void isKnownToTheRegisters() {
      Registers.person(card, null, name, "1991-06-15", phone);
      Registers.insured(number, name, "1991-06-15", card);
    }
  }

  private record Words(
      String language, String sendCode, String confirm, String verify, String verified) {

    static final Words VIETNAMESE =
        new Words(
            "vi", "Nhận mã xác nhận", "Xác nhận", "Đồng ý và xác thực", "Bạn đã được xác thực");
    static final Words ENGLISH =
        new Words("en", "Send me a code", "Confirm", "Agree and verify", "You are verified");
  }

  private void walk(Page page, Newcomer newcomer, Words words) {
    newcomer.isKnownToTheRegisters();
    register(page, newcomer, words);
    verify(page, newcomer, words);
  }

  private void register(Page page, Newcomer newcomer, Words words) {
    Phones.clear(newcomer.phone());
    page.navigate("/register?lang=" + words.language());
    look(page, "register");
    var form = new Form(page);
    form.press(words.sendCode());
    look(page, "register-faults");
    assertThat(page.locator(".govuk-error-summary").count()).isOne();

    form.choose("numberKind", newcomer.kind())
        .type("number", newcomer.number())
        .type("fullName", newcomer.name())
        .date("born", "15", "6", "1991")
        .choose("gender", "FEMALE")
        .type("phone", newcomer.phone())
        .type("password", PASSWORD)
        .press(words.sendCode());
    look(page, "register-code");
    form.type("code", Phones.awaitCode(newcomer.phone())).press(words.confirm());
    assertThat(page.url()).endsWith("/my");
    assertThat(page.locator("main").innerText()).contains(newcomer.name());
    look(page, "registered");
  }

  private void verify(Page page, Newcomer newcomer, Words words) {
    page.navigate("/my/account/verification");
    look(page, "verification");
    assertThat(page.locator("main").innerText()).contains(newcomer.number(), newcomer.name(), "15");
    new Form(page).press(words.verify());
    look(page, "verified");
    assertThat(page.locator("h1, .govuk-panel__title").first().innerText())
        .isEqualTo(words.verified());
    assertThat(page.locator("main").innerText()).contains(newcomer.card());
  }

  private static void look(Page page, String name) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
    Browser.screenshot(page, "registration-" + name + "-" + page.viewportSize().width);
  }
}
