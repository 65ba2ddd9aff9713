package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.Phones;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A new colleague: added by the administrator, then at work, then suspended and taken back. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OfficersJourney {

  private static final People ADMIN = new People("halong.admin", "Ngô Thanh Bình", "+84912000301");
  private static final String PHONE = "+84912000788";
  private static final String PASSWORD = "mưa phùn trên vịnh";
  private static final Pattern LINK = Pattern.compile("/first-sign-in/[\\w-]+");

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void aNewOfficerIsAddedSignsInAndIsSuspended() {
    var admin = browser.desktop();
    admin.navigate("/desk/officers");
    ADMIN.signIn(admin);
    assertOutOfReach(admin);
    look(admin, "officers-list-desktop");
    admin.getByText("Thêm cán bộ").click();
    admin.locator("main button[type=submit]").click();
    look(admin, "officers-new-fault-desktop");
    add(admin);
    look(admin, "officers-added-desktop");
    var officersPage = admin.url();

    var officer = browser.phoneWithoutScript();
    var link = LINK.matcher(Phones.awaitSms(PHONE));
    assertThat(link.find()).isTrue();
    officer.navigate(link.group());
    look(officer, "officers-password-phone");
    officer.locator("#password").fill(PASSWORD);
    officer.locator("main button[type=submit]").click();
    look(officer, "officers-password-set-phone");
    officer.locator("main a[href='/sign-in']").click();
    signIn(officer);
    assertThat(officer.url()).endsWith("/desk");
    look(officer, "officers-at-the-desk-phone");

    admin.navigate(officersPage);
    admin.getByText("Giao thêm vị trí").click();
    look(admin, "officers-officer-desktop");
    admin.navigate(officersPage.replaceFirst("\\?.*", "") + "/first-sign-in");
    look(admin, "officers-first-sign-in-desktop");
    admin.navigate(officersPage.replaceFirst("\\?.*", "") + "/suspension");
    look(admin, "officers-suspension-desktop");
    admin.locator("#reason").check();
    admin.locator("main button[type=submit]").click();
    look(admin, "officers-suspended-desktop");
    assertThat(admin.locator("main").innerText()).contains("Đã tạm khóa");

    officer.navigate("/desk");
    assertThat(officer.url()).endsWith("/sign-in");
    officer.locator("#name").fill("moi.tiepnhan");
    officer.locator("#password").fill(PASSWORD);
    officer.locator("main button[type=submit]").first().click();
    look(officer, "officers-shut-out-phone");
  }

  private static void assertOutOfReach(Page page) {
    assertThat(page.context().cookies())
        .extracting(cookie -> cookie.name)
        .contains("motcua_session");
    assertThat(page.context().cookies())
        .allMatch(cookie -> cookie.httpOnly && cookie.sameSite == SameSiteAttribute.LAX);
  }

  @Test
  void theAdministratorsPagesFitAPhoneInBothLanguages() {
    var page = browser.phone();
    page.navigate("/desk/officers");
    ADMIN.signIn(page);
    look(page, "officers-list-phone");
    page.navigate("/desk/officers?q=pham");
    look(page, "officers-found-phone");
    page.getByText("Phạm Thu Trang").click();
    look(page, "officers-officer-phone");
    page.navigate(page.url() + "?lang=en");
    look(page, "officers-officer-en-phone");
    page.navigate("/desk/officers/new");
    look(page, "officers-new-en-phone");
    page.navigate("/desk/officers?q=nobody");
    look(page, "officers-none-en-phone");
  }

  private static void add(Page page) {
    page.locator("#fullName").fill("Nguyễn Văn Mới");
    page.locator("#signInName").fill("moi.tiepnhan");
    page.locator("#phone").fill("0912 000 788");
    page.locator("#roles").check();
    page.locator("main button[type=submit]").click();
  }

  private static void signIn(Page page) {
    Phones.clear(PHONE);
    page.locator("#name").fill("moi.tiepnhan");
    page.locator("#password").fill(PASSWORD);
    page.locator("main button[type=submit]").first().click();
    page.locator("#code").fill(Phones.awaitCode(PHONE));
    page.locator("main button[type=submit]").first().click();
    page.waitForLoadState();
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
