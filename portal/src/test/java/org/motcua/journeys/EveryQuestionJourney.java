package org.motcua.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A form with every kind of question, as people meet it; every page is looked over by axe-core. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryQuestionJourney {

  private static final List<String> PAGES =
      List.of("texts", "choices", "numbers", "groups", "pictures", "household");
  private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(20_000);

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void everyQuestionIsAskedAndEveryMistakeTold() {
    var page = browser.phone();
    var draft = begin(page);
    for (var each : PAGES) {
      page.navigate(draft + "/pages/" + each);
      Browser.assertAccessible(page);
      new Form(page).press("Lưu và tiếp tục");
      assertThat(page.locator(".govuk-error-summary")).isVisible();
      Browser.assertAccessible(page);
    }
  }

  @Test
  void aHouseholdIsFilledInWithoutScript() {
    var page = browser.phoneWithoutScript();
    page.navigate(begin(page) + "/pages/household");
    member(page, "Trần Văn Hùng", "1988", "12.000.000");
    member(page, "Trần Gia Bảo", "2019", "");
    assertThat(page.locator("tbody tr")).hasCount(2);
    Browser.assertAccessible(page);
    page.locator("button:has-text('Xóa')").first().click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody")).containsText("Trần Gia Bảo");
  }

  @Test
  void whatIsTypedAtTwoDevicesIsKeptAndWhatBothHaveChangedIsAsked() {
    var phone = browser.phone();
    var texts = begin(phone) + "/pages/texts";
    phone.navigate(texts);
    var library = phone.context().newPage();
    library.navigate(texts);

    new Form(phone).type("note", "gửi buổi sáng").type("number", "3");
    assertThat(phone.locator("[data-mc-autosave]")).containsText("Đã lưu lúc", SOON);
    awaitKept(library, texts, "note", "gửi buổi sáng");

    var another = phone.context().newPage();
    another.navigate(texts);
    new Form(phone).type("note", "gửi buổi chiều");
    awaitKept(library, texts, "note", "gửi buổi chiều");
    new Form(another).type("note", "gửi buổi tối").type("number", "5");
    assertThat(another.locator("[data-mc-autosave]"))
        .containsText("Vừa được đổi ở nơi khác: Ghi chú ngắn", SOON);
    new Form(another).press("Lưu và tiếp tục");
    assertThat(another.locator(".govuk-error-summary")).containsText("gửi buổi chiều");
    assertThat(another.locator("[name=note]")).hasValue("gửi buổi tối");
    assertThat(another.locator("[name=number]")).hasValue("5");
  }

  /** The address of a draft. */
  private static String begin(Page page) {
    page.navigate("/services/all-questions");
    page.locator("#start").click();
    if (page.locator("[name=password]").count() > 0) People.HUNG.signIn(page);
    var another = page.locator("main button:has-text('mới')");
    if (another.count() > 0) another.first().click();
    page.waitForURL("**/my/dossiers/*-*");
    return page.url().replaceAll("[?#].*", "");
  }

  private static void member(Page page, String name, String year, String income) {
    page.locator("button:has-text('Thêm thành viên')").click();
    var form = new Form(page).type("row.name", name).date("row.born", "2", "5", year);
    form.press("Lưu");
    if (!income.isEmpty()) {
      form.type("row.income", income);
      form.press("Lưu");
    }
    assertThat(page.locator("tbody")).containsText(name);
  }

  private static void awaitKept(Page page, String address, String name, String value) {
    page.waitForCondition(
        () -> {
          page.navigate(address);
          return page.locator("[name=" + name + "]").inputValue().equals(value);
        },
        new Page.WaitForConditionOptions().setTimeout(20_000));
  }
}
