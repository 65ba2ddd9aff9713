package org.motcua.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;

/** Every component, in every state, in a real browser. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
class ComponentsTests {

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void areAccessibleOnADesk() {
    shown(browser.desktop(), "/dev/ui", "components-desktop");
  }

  @Test
  void areAccessibleOnAPhone() {
    shown(browser.phone(), "/dev/ui", "components-phone");
  }

  @Test
  void fitAScreenOf320Pixels() {
    var page = browser.visitor(320, 640, true);
    page.navigate("/dev/ui");
    Browser.assertFits(page);
  }

  @Test
  void speakEnglish() {
    var page = browser.desktop();
    shown(page, "/dev/ui?lang=en", "components-english");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.navigate("/dev/ui");
    assertThat(page.locator("h1").first()).hasText("Components");
  }

  @Test
  void frameTheDesk() {
    shown(browser.desktop(), "/dev/ui/desk", "desk-desktop");
    shown(browser.phone(), "/dev/ui/desk", "desk-phone");
  }

  @Test
  void workWithoutScript() {
    var page = browser.phoneWithoutScript();
    page.navigate("/dev/ui");
    assertThat(page.locator("#province")).hasJSProperty("tagName", "SELECT");
    assertThat(page.locator("#tab-law")).isVisible();
    assertThat(page.locator(".mc-units__update")).isVisible();
    assertThat(page.locator(".mc-password__toggle")).isHidden();
    Browser.screenshot(page, "components-phone-without-script");
  }

  @Test
  void theErrorSummaryTakesTheFocusAndLeadsToTheField() {
    var page = browser.desktop();
    page.navigate("/dev/ui");
    assertThat(page.locator(".govuk-error-summary")).isFocused();
    page.locator(".govuk-error-summary a").nth(1).click();
    assertThat(page.locator("#born-wrong")).isFocused();
  }

  @Test
  void aProvinceIsFoundByItsNameWithoutDiacritics() {
    var page = browser.desktop();
    page.navigate("/dev/ui");
    var field = page.locator("#province");
    field.fill("quang ninh");
    assertThat(page.locator("#province-list [role=option]")).hasCount(1);
    Browser.screenshot(page, "typeahead");
    field.press("ArrowDown");
    field.press("Enter");
    assertThat(field).hasValue("Tỉnh Quảng Ninh");
    assertThat(page.locator("#province-select")).hasValue("22");
  }

  @Test
  void theKeyboardMovesBetweenTabs() {
    var page = browser.desktop();
    page.navigate("/dev/ui");
    page.locator("#tab-papers-tab").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#tab-steps")).isVisible();
    assertThat(page.locator("#tab-papers")).isHidden();
  }

  @Test
  void aPasswordCanBeShown() {
    var page = browser.desktop();
    page.navigate("/dev/ui");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hiện mật khẩu").setExact(true))
        .click();
    assertThat(page.locator("#password")).hasAttribute("type", "text");
  }

  @Test
  void aQuestionAppearsWithTheAnswerItBelongsTo() {
    var page = browser.desktop();
    page.navigate("/dev/ui");
    assertThat(page.locator("#return-address")).isVisible();
    page.locator("#return").check();
    assertThat(page.locator("#return-address")).isHidden();
  }

  private static void shown(Page page, String path, String name) {
    page.navigate(path);
    Browser.screenshot(page, name);
    Browser.assertAccessible(page);
  }
}
