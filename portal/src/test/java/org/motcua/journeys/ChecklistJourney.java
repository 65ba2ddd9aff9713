package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Somebody asks in everyday words what to do, finds the procedure, answers a few questions and
 * prints what to bring: with a keyboard at a desk, and on a phone without JavaScript.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ChecklistJourney {

  private static final int MOST_PAGES = 2;

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void aParentFindsTheProcedureByEverydayWordsAndPrintsTheChecklist() throws IOException {
    var page = browser.desktop();
    find(page, "con tôi mới sinh cần làm gì");
    press(page, "Giấy tờ của riêng bạn");

    chooseByKeyboard(page, "born", 1);
    choose(page, "who", "parent");
    choose(page, "parents", "married");
    choose(page, "nationality", "vietnamese");
    choose(page, "days", "in-time");
    new Form(page).commune("place", "22", "193", "06697");
    press(page, "Xem danh sách giấy tờ");

    assertThat(page.locator("main").innerText())
        .contains("Giấy chứng sinh", "Phường Hồng Hà", "Miễn phí", "Chậm nhất có kết quả");
    var print = page.locator("[data-mc-print]");
    assertThat(print.isVisible()).isTrue();
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }");
    print.click();
    assertThat(page.title()).isEqualTo("printed");
    assertThat(printed(page, "checklist-desktop"))
        .contains("Đăng ký khai sinh", "Giấy chứng sinh", "Giấy chứng nhận kết hôn của cha mẹ")
        .contains("Phường Hồng Hà", "/procedures/1.001193/checklist", "born=clinic&who=parent")
        .doesNotContain("Nộp hồ sơ trực tuyến", "In danh sách", "Trang chủ");

    page.locator("a[href*='ask=parents']").click();
    looked(page);
    choose(page, "parents", "mother-only");
    assertThat(page.locator("main").innerText())
        .as("the place is remembered, the paper is gone")
        .contains("Phường Hồng Hà")
        .doesNotContain("Giấy chứng nhận kết hôn của cha mẹ");
  }

  @Test
  void onAPhoneWithoutJavaScriptNothingIsMissing() throws IOException {
    var page = browser.phoneWithoutScript();
    page.navigate("/");
    page.locator("a[href='/life-events/bereavement']").click();
    looked(page);
    page.locator("a[href='/procedures/1.000656/checklist']").click();
    looked(page);
    press(page, "Tiếp tục");
    assertThat(page.locator(".govuk-error-summary").innerText())
        .contains("Hãy chọn một câu trả lời");

    choose(page, "died", "home");
    choose(page, "who", "relative");
    choose(page, "days", "in-time");
    new Form(page).commune("place", "22", "193", "06673");
    press(page, "Xem danh sách giấy tờ");

    assertThat(page.locator("main").innerText())
        .contains("Giấy báo tử của Ủy ban nhân dân cấp xã nơi mất", "Phường Bãi Cháy");
    assertThat(page.locator("[data-mc-print]").isVisible()).isFalse();
    assertThat(printed(page, "checklist-phone")).contains("Tờ khai đăng ký khai tử", "khai tử");

    page.goBack();
    assertThat(page.locator("main").innerText()).contains("Người mất cư trú lần cuối ở đâu?");
  }

  @Test
  void whatAForeignerReadsIsEnglish() {
    var page = browser.phone();
    page.navigate("/life-events/vehicles-and-drivers?lang=en");
    looked(page);
    page.locator("a[href='/procedures/1.002300/checklist']").click();
    looked(page);
    choose(page, "person", "foreigner", "Continue");
    choose(page, "licence", "card", "Continue");
    choose(page, "office", "province", "Continue");
    press(page, "Skip this question");
    assertThat(page.locator("main").innerText())
        .contains("Card of permanent residence", "VND 135,000", "The province’s police");
  }

  private static void find(Page page, String words) {
    page.navigate("/");
    looked(page);
    new Form(page).type("q", words);
    page.locator("main form[role=search] button, main .mc-search button").first().click();
    looked(page);
    page.locator("main a[href='/procedures/1.001193']").first().click();
    looked(page);
  }

  private static void choose(Page page, String question, String value) {
    choose(page, question, value, "Tiếp tục");
  }

  private static void choose(Page page, String question, String value, String next) {
    new Form(page).choose(question, value);
    press(page, next);
  }

  /** To the first answer by Tab, to a further one by arrows, on by Enter. */
  private static void chooseByKeyboard(Page page, String question, int number) {
    page.locator("main .govuk-back-link").focus();
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    for (var step = 1; step < number; step++) page.keyboard().press("ArrowDown");
    assertThat(page.locator("input[name=%s]".formatted(question)).nth(number - 1).isChecked())
        .isTrue();
    page.keyboard().press("Enter");
    page.waitForURL("**/checklist?" + question + "=*");
    looked(page);
  }

  /** What comes out on paper, of at most two A4 pages. */
  private static String printed(Page page, String name) throws IOException {
    var file = Files.createDirectories(Path.of("target/journeys")).resolve(name + ".pdf");
    page.pdf(new PdfOptions().setFormat("A4").setPath(file));
    try (var pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getNumberOfPages()).as("pages").isLessThanOrEqualTo(MOST_PAGES);
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private static void press(Page page, String button) {
    page.locator("main button[type=submit], main a.govuk-button")
        .filter(new FilterOptions().setHasText(button))
        .first()
        .click();
    page.waitForLoadState(LoadState.LOAD);
    looked(page);
  }

  private static void looked(Page page) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }
}
