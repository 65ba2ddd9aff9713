package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.dossiers.DossiersTest;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** An officer goes through his list without a mouse. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeskKeysJourney extends DossiersTest {

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void rowsAreGoneThroughTickedAndOpenedByKeys() {
    submittedBy(births.mother());
    submittedBy(births.mother());
    var page = browser.desktop();
    page.navigate("/desk");
    People.RECEPTION.signIn(page);
    page.navigate("/desk?show=ALL");
    var codes = page.locator("tbody .mc-code");
    assertThat(codes.count()).isGreaterThanOrEqualTo(2);

    page.keyboard().press("j");
    assertThat(isFocused(codes.nth(0))).isTrue();
    page.keyboard().press("j");
    assertThat(isFocused(codes.nth(1))).isTrue();
    page.keyboard().press("k");
    assertThat(isFocused(codes.nth(0))).isTrue();

    var tick = page.locator("tbody input[name=dossier]").first();
    page.keyboard().press("x");
    assertThat(tick.isChecked()).isTrue();
    page.keyboard().press("x");
    assertThat(tick.isChecked()).isFalse();

    page.keyboard().press("/");
    var search = page.locator("[role=search] input[type=search]");
    assertThat(isFocused(search)).isTrue();
    page.keyboard().type("j?");
    assertThat(search.inputValue()).isEqualTo("j?");
    assertThat(dialog(page).isVisible()).isFalse();

    codes.nth(0).focus();
    page.keyboard().press("?");
    assertThat(dialog(page).isVisible()).isTrue();
    page.locator("[data-mc-keys-close]").click();
    assertThat(dialog(page).isVisible()).isFalse();

    var first = codes.nth(0).innerText();
    codes.nth(0).focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/dossiers/**");
    assertThat(page.locator("h1").innerText()).contains(first);
  }

  private static Locator dialog(Page page) {
    return page.locator("[data-mc-keys-dialog]");
  }

  private static boolean isFocused(Locator element) {
    return (boolean) element.evaluate("it => it === document.activeElement");
  }
}
