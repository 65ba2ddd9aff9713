package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.testing.Browser;
import org.motcua.testing.Citizens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A paper is put into the store, goes from there to the agency, which refuses; and the applicant
 * applies again with all that was there.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnPapersJourney {

  private static final String NAME = "Giấy chứng sinh của Bảo";
  private static final String REASON = "Giấy chứng sinh thiếu con dấu của cơ sở y tế.";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired BirthDrafts births;

  @Test
  void aPaperFromTheStoreGoesToTheAgencyAndTheRefusedApplicationIsCopied() {
    var draft = "/my/dossiers/" + births.withoutPaper(Citizens.hoa());
    var hoa = browser.phoneWithoutScript();
    hoa.navigate("/my/papers");
    People.HOA.signIn(hoa);
    keep(hoa);
    take(hoa, draft);
    handIn(hoa, draft);

    var officer = browser.desktop();
    officer.navigate("/desk" + draft.substring("/my".length()));
    People.RECEPTION.signIn(officer);
    looked(officer, "desk-paper-from-store-1280");
    assertThat(officer.locator("main").innerText()).contains("Lấy từ kho giấy tờ của công dân");
    officer.locator("details summary").last().click();
    officer.locator("#refusal-reason").fill(REASON);
    new Form(officer).press("Không tiếp nhận hồ sơ");

    hoa.navigate(draft);
    looked(hoa, "refused-360");
    press(hoa, "Nộp lại với thông tin đã khai");
    looked(hoa, "copied-360");
    assertThat(hoa.locator("main").innerText()).contains(REASON);
    hoa.locator("a[href$='/removal']").click();
    press(hoa, "Xóa bản nháp");
    hoa.navigate("/my/papers");
    hoa.locator(".mc-card__title a").first().click();
    looked(hoa, "paper-360");
    assertThat(hoa.locator("#looks ~ ol").innerText()).contains("Bạn đã lấy vào hồ sơ gửi");
    hoa.locator("a[href$='/removal']").click();
    looked(hoa, "paper-removal-360");
    press(hoa, "Bỏ khỏi kho");
    looked(hoa, "store-empty-360");
  }

  @Test
  void theStoreOnADesk() {
    var hung = browser.desktop();
    hung.navigate("/my/papers");
    People.HUNG.signIn(hung);
    looked(hung, "store-empty-1280");
    for (var paper : new String[] {"Sổ hồng nhà số 15", "Bằng tốt nghiệp đại học", NAME}) {
      hung.navigate("/my/papers/new");
      add(hung, paper);
    }
    looked(hung, "paper-1280");
    press(hung, "Sửa thông tin");
    looked(hung, "paper-details-1280");
    hung.navigate("/my/papers");
    looked(hung, "store-1280");
    hung.navigate("/my/papers/helpers");
    looked(hung, "store-helpers-1280");
    for (var left = 3; left > 0; left--) {
      hung.navigate("/my/papers");
      hung.locator(".mc-card__title a").first().click();
      hung.locator("a[href$='/removal']").click();
      press(hung, "Bỏ khỏi kho");
    }
  }

  private static void keep(Page page) {
    looked(page, null);
    press(page, "Thêm giấy tờ");
    looked(page, "paper-new-360");
    press(page, "Lưu vào kho");
    looked(page, "paper-new-fault-360");
    add(page, NAME);
    assertThat(page.locator("main").innerText()).contains("Đã lưu vào kho", NAME);
    page.navigate("/my/papers");
    looked(page, "store-360");
  }

  private static void add(Page page, String name) {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("giay.pdf", "application/pdf", Files.pdf(5_000 + name.length())));
    new Form(page).type("name", name).date("until", "31", "12", "2030").press("Lưu vào kho");
    page.waitForURL("**/my/papers/*said=*");
  }

  private static void take(Page page, String draft) {
    page.navigate(draft + "/papers");
    looked(page, "papers-with-store-360");
    page.locator("a[href*='/taking/proof-of-birth']").click();
    looked(page, "taking-360");
    press(page, "Đồng ý và lấy");
    looked(page, "papers-taken-360");
    assertThat(page.locator("#proof-of-birth").innerText()).contains("Lấy từ kho của bạn");
  }

  private static void handIn(Page page, String draft) {
    page.navigate(draft + "/review");
    looked(page, null);
    page.locator("[name=declared]").check();
    press(page, "Nộp hồ sơ");
    assertThat(page.locator("main").innerText()).contains("Đã nộp hồ sơ");
  }

  private static void press(Page page, String button) {
    new Form(page).press(button);
  }

  private static void looked(Page page, @Nullable String picture) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
    if (picture != null) Browser.screenshot(page, picture);
  }
}
