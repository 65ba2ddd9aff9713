package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.documents.Files;
import org.motcua.testing.Browser;
import org.motcua.testing.Citizens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people at one draft, each on a phone: one is asked to help, the other to sign besides. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TwoPeopleJourney {

  @RegisterExtension final Browser browser = new Browser();

  @Autowired JdbcClient jdbc;

  private boolean verified;

  @AfterEach
  void leaveHungAsHeWas() {
    if (!verified) return;
    jdbc.sql("delete from identity.verification where account_id = :id")
        .param("id", Citizens.hung().id().value())
        .update();
  }

  @Test
  void hungFillsInThePartThatMaiSharesWithHimUntilSheEndsIt() {
    var mai = browser.phone();
    var draft = begin(mai, "all-questions");
    looked(mai, "sharing-draft");
    mai.locator("a[href$='/people']").click();
    looked(mai, "sharing-people");
    new Form(mai).press("Gửi lời mời");
    looked(mai, "sharing-wrong");
    new Form(mai).type("number", "022088005678").type("name", "tran van hung");
    mai.locator("[name='parts'][value='texts']").check();
    new Form(mai).press("Gửi lời mời");
    looked(mai, "sharing-invited");
    assertThat(mai.locator("main").innerText()).contains("sẽ thấy khi đăng nhập", "Chờ trả lời");

    var hung = browser.phoneWithoutScript();
    hung.navigate(draft);
    People.HUNG.signIn(hung);
    looked(hung, "sharing-invitation");
    new Form(hung).press("Nhận lời");
    looked(hung, "sharing-shared");
    assertThat(hung.locator("main").innerText())
        .contains("Chữ và số")
        .doesNotContain("Hộ gia đình");
    new Form(hung).press("Điền tiếp");
    looked(hung, "sharing-page");
    new Form(hung).type("note", "gửi buổi sáng").type("number", "3").press("Lưu, làm tiếp sau");
    looked(hung, "sharing-mine");
    assertThat(hung.locator("main").innerText()).contains("Được chia sẻ với bạn");

    mai.navigate(draft);
    looked(mai, "sharing-helped");
    assertThat(mai.locator("main").innerText()).contains("Trần Văn Hùng đã điền phần 1");
    mai.navigate(draft + "/pages/texts");
    assertThat(mai.locator("[name='note']").inputValue()).isEqualTo("gửi buổi sáng");

    mai.navigate(draft + "/people");
    new Form(mai).press("Dừng chia sẻ");
    looked(mai, "sharing-withdrawn");
    hung.navigate(draft + "/pages/texts");
    looked(hung, "sharing-ended");
    assertThat(hung.locator("main").innerText()).contains("không còn mở cho bạn");
    discard(mai, draft);
  }

  @Test
  void hungReadsAndSignsWhatMaiHandsIn() {
    verify(Citizens.hung().id().value());
    var mai = browser.phone();
    var draft = begin(mai, "co-signed");
    mai.navigate(draft + "/pages/agreement");
    new Form(mai)
        .type("name", "Quán Bún")
        .commune("place", "22", "193", "06697")
        .type("amount", "900.000")
        .press("Lưu và tiếp tục");
    new Form(mai).type("partner", "022088005678").press("Lưu và tiếp tục");
    mai.locator("input[type=file]")
        .setInputFiles(new FilePayload("phuong-an.pdf", "application/pdf", Files.pdf()));
    new Form(mai).press("Tải lên");
    mai.getByText("phuong-an.pdf").first().waitFor();
    mai.navigate(draft + "/review");
    looked(mai, "signing-review");
    new Form(mai).press("Gửi để những người này ký");
    looked(mai, "signing-asked");
    mai.locator("[name='declared']").check();
    new Form(mai).press("Nộp hồ sơ");
    looked(mai, "signing-missing");
    assertThat(mai.locator(".govuk-error-summary").innerText()).contains("chưa ký");

    var hung = browser.phone();
    hung.navigate("/my/dossiers");
    People.HUNG.signIn(hung);
    looked(hung, "signing-mine");
    hung.locator("a[href$='/signature']").first().click();
    looked(hung, "signing-read");
    sign(hung);
    looked(hung, "signing-not-declared");
    hung.locator("[name='declared']").check();
    sign(hung);
    looked(hung, "signing-done");
    assertThat(hung.locator("main").innerText()).contains("Bạn đã ký");

    mai.navigate(draft + "/review");
    looked(mai, "signing-signed");
    assertThat(mai.locator("main").innerText()).contains("Đã ký lúc");
    discard(mai, draft);
  }

  private static void sign(Page page) {
    page.locator("form[action$='/signature'] button").click();
    page.waitForLoadState();
  }

  /** The draft's address. */
  private static String begin(Page page, String service) {
    page.navigate("/services/" + service);
    page.locator("#start").click();
    People.MAI.signIn(page);
    var another = page.locator("main button:has-text('mới')");
    if (another.count() > 0) another.first().click();
    page.waitForURL("**/my/dossiers/*-*");
    return page.url().replaceAll("[?#].*", "");
  }

  private static void discard(Page page, String draft) {
    page.navigate(draft + "/removal");
    page.locator("main form[action$='/removal'] button").click();
    page.waitForLoadState();
  }

  private void verify(UUID account) {
    var added =
        jdbc.sql(
                """
                insert into identity.verification (account_id, how, verified_at)
                values (:id, 'CERTIFICATE', now()) on conflict do nothing
                """)
            .param("id", account)
            .update();
    verified = added == 1;
  }

  private static void looked(Page page, String name) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
    Browser.screenshot(page, name + "-360");
    page.setViewportSize(1280, 900);
    Browser.screenshot(page, name + "-1280");
    page.setViewportSize(360, 740);
  }
}
