package org.motcua.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Fills in what stands on a page as a person would: by what is there to click and to type into. */
final class Form {

  private final Page page;

  Form(Page page) {
    this.page = page;
  }

  Form type(String name, String value) {
    page.locator("[name='%s']:not([type=hidden])".formatted(name)).fill(value);
    return this;
  }

  Form date(String name, String day, String month, String year) {
    return type(name + ".day", day).type(name + ".month", month).type(name + ".year", year);
  }

  Form choose(String name, String value) {
    page.locator("[name='%s'][value='%s']".formatted(name, value)).check();
    return this;
  }

  /** From a long list: typed where the page's script offers a box to type in, else picked. */
  Form pick(String name, String label) {
    var list = page.locator("select[name='%s']".formatted(name));
    if (list.isVisible()) {
      list.selectOption(new SelectOption().setLabel(label));
    } else {
      page.locator("[id='%s']".formatted(name)).fill(label);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
    }
    return this;
  }

  /** A commune by the codes of its province, district and itself, one list after the other. */
  Form commune(String name, String province, String district, String commune) {
    return unit(name, "province", province)
        .unit(name, "district", district)
        .unit(name, "commune", commune);
  }

  private Form unit(String name, String level, String code) {
    var list = page.locator("select[name='%s.%s']".formatted(name, level));
    var option = list.locator("option[value='%s']".formatted(code));
    var update = page.locator("button[name='_update'][value='%s']".formatted(name));
    if (update.isVisible() && option.count() == 0) update.click(); // there only without script
    option.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    list.selectOption(code);
    return this;
  }

  /** Presses the button with these words. */
  void press(String button) {
    page.locator("main button[type=submit], main a.govuk-button")
        .filter(new Locator.FilterOptions().setHasText(button))
        .first()
        .click();
    page.waitForLoadState(LoadState.LOAD);
  }
}
