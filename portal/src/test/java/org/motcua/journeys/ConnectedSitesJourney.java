package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.connect.TestSites;
import org.motcua.connect.clients.KnownClients;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.connect.model.SignOnStore;
import org.motcua.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody signs in at an agency's site with the account of the portal, sees afterwards what was
 * given, changes it, takes it back and signs out; every page passed is looked over by axe-core.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConnectedSitesJourney {

  private static final String CONNECTIONS = "/my/account/connections";

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private ClientStore clients;
  @Autowired private KnownClients known;
  @Autowired private SignOnStore signOns;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @Test
  void fromTheFirstSignInToTheEnd() {
    walk(browser::desktop, People.MAI, "wide");
  }

  @Test
  void onAPhoneWithoutJavaScriptTheSame() {
    walk(browser::phoneWithoutScript, People.HUNG, "narrow");
  }

  @Test
  void onAPhoneInEnglish() {
    var page = browser.phone();
    page.navigate(request(new TestSites(clients, known, signOns).openAt(browser.address())));
    People.HOA.signIn(page);
    page.navigate(page.url() + "&lang=en");
    assertThat(page.locator("main").textContent()).contains("Agree and continue");
    look(page, "english-agreement");
    page.navigate("/sign-on/officers");
    look(page, "english-officers");
  }

  private void walk(Supplier<Page> visitor, People person, String size) {
    var site = new TestSites(clients, known, signOns).openAt(browser.address());
    var page = visitor.get();
    page.navigate("/oauth2/authorize?client_id=nobody");
    look(page, size + "-refused");
    page.navigate("/connect/logout?client_id=nobody");
    look(page, size + "-logout-refused");

    page.navigate(request(site));
    assertThat(page.locator("main").textContent()).contains("Đăng nhập để tiếp tục vào Cổng thử");
    look(page, size + "-sign-in");
    person.signIn(page);
    agree(page, site, person, size);
    page.navigate(CONNECTIONS);
    look(page, size + "-connections");
    page.locator("main a[href='%s/%s']".formatted(CONNECTIONS, site.id())).click();
    look(page, size + "-choose");
    new Form(page).choose("given", "BIRTH").press("Lưu thay đổi");
    assertThat(page.locator("main").textContent()).contains("Đã lưu thay đổi");
    new Form(page).press("Đăng xuất ở đó");
    assertThat(page.locator("main").textContent()).contains("Hiện không đăng nhập");
    page.locator("main a[href='%s/%s/withdrawal']".formatted(CONNECTIONS, site.id())).click();
    look(page, size + "-withdraw");
    new Form(page).press("Rút lại tất cả");
    assertThat(page.locator("main").textContent()).doesNotContain(site.id().value());
    look(page, size + "-withdrawn");

    page.navigate("/connect/logout?client_id=" + site.id());
    look(page, size + "-logout");
    new Form(page).press("Đăng xuất");
    assertThat(page.locator("h1").textContent()).contains("Bạn đã đăng xuất");
    look(page, size + "-signed-out");
  }

  private void agree(Page page, Client site, People person, String size) {
    assertThat(page.locator("main").textContent()).contains(person.name());
    look(page, size + "-agreement");
    new Form(page).choose("given", "PHONE").press("Đồng ý và tiếp tục");
    page.waitForURL(address -> address.contains("code="));
    jdbc.sql("select id from connect.sign_on where client_id = :client")
        .param("client", site.id().value())
        .query((row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
        .list()
        .forEach(signOn -> signOns.useCode(signOn, Instant.now()));
  }

  private String request(Client site) {
    var back = URLEncoder.encode(browser.address() + "/help", StandardCharsets.UTF_8);
    return "/oauth2/authorize?response_type=code&scope=openid&state=s&client_id="
        + site.id()
        + "&redirect_uri="
        + back;
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, "sites-" + name);
  }
}
