package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.testing.Browser;
import org.motcua.testing.Citizens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Reception asks for more than was reckoned, and takes it at the counter before it is paid online.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FeesAtTheDeskJourney extends DossiersTest {

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void moreIsAskedForAndTakenAtTheCounter() {
    var id = submittedBy(Citizens.mai());
    var reception = browser.desktop();
    reception.navigate(desk(id));
    People.RECEPTION.signIn(reception);
    reception.navigate(desk(id));
    assertThat(main(reception))
        .contains("16.000 đồng", "Chưa nộp", "Đã thu 16.000\u00a0đồng tại quầy");
    look(reception, "desk-fee");
    onAPhoneInEnglish(reception, id, "desk-fee");

    reception.locator("summary", words("Yêu cầu nộp phí")).click();
    reception.getByLabel("Khoản thu thêm").fill("Phí cấp thêm hai bản sao trích lục khai sinh");
    reception.getByLabel("Số tiền (đồng)").fill("5000");
    look(reception, "desk-fee-asking");
    press(reception, "Yêu cầu nộp phí, lệ phí");
    assertThat(main(reception)).contains("21.000 đồng", "Phí cấp thêm hai bản sao");
    look(reception, "desk-fee-asked");
    onAPhoneInEnglish(reception, id, "desk-fee-asked");

    var mai = browser.phone();
    mai.navigate(mine(id));
    People.MAI.signIn(mai);
    mai.navigate(mine(id));
    assertThat(main(mai)).contains("21.000 đồng", "Chưa nộp");
    look(mai, "fee-asked");
    press(mai, "Nộp phí trực tuyến");
    assertThat(main(mai)).contains("5.000 đồng", "16.000 đồng", "Chờ nộp");
    look(mai, "fee-asked-pay");

    press(reception, "Ghi nhận đã thu");
    assertThat(main(reception)).contains("Đã nộp tại quầy").doesNotContain("Ghi nhận đã thu");
    look(reception, "desk-fee-taken");
    mai.reload();
    assertThat(main(mai)).as("not to be paid twice").doesNotContain("Chờ nộp");
    assertThat(mai.locator("button[name=way]").count()).isZero();
    look(mai, "fee-taken-pay");
  }

  private static Page.LocatorOptions words(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void onAPhoneInEnglish(Page page, DossierId id, String name) {
    page.setViewportSize(360, 740);
    page.navigate(desk(id) + "?lang=en");
    look(page, name + "-en-phone");
    page.setViewportSize(1280, 900);
    page.navigate(desk(id) + "?lang=vi");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
    page.waitForLoadState();
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
