package org.motcua.simulators.agency.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.simulators.agency.AgencySimulator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two provinces beside the national portal itself, as it was built: one sign-in serves both, who
 * leaves one has left all. It needs the portal's jar, which {@code bin/test} builds first, and is
 * left out where there is none.
 */
class SignOnJourney {

  private static final String PASSWORD = "MotCua@2020";
  private static final String SIGN_IN = "Đăng nhập bằng tài khoản Dịch vụ công quốc gia";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Deque<AutoCloseable> open = new ArrayDeque<>();

  @TempDir static Path folder;
  private static Phones phones;
  private static RealPortal portal;
  private static String quangNinh;
  private static String hue;
  private static Browser browser;

  @RegisterExtension
  final AfterTestExecutionCallback pictures =
      (ExtensionContext test) -> {
        if (test.getExecutionException().isPresent()) browser.takePictures();
      };

  @BeforeAll
  static void openAll() throws IOException {
    assumeTrue(Files.exists(RealPortal.JAR), "no portal has been built");
    var ports = FreePorts.take(4);
    phones = opened(new Phones());
    portal = opened(new RealPortal(ports.get(0), folder.resolve("portal"), surroundings(ports)));
    quangNinh = open("quangninh", ports.get(1));
    hue = open("hue", ports.get(2));
    browser = opened(new Browser());
  }

  private static Map<String, String> surroundings(List<Integer> ports) {
    return Map.of(
        "AGENCY_PORT", String.valueOf(ports.get(1)),
        "AGENCY2_PORT", String.valueOf(ports.get(2)),
        "MANAGEMENT_PORT", String.valueOf(ports.get(3)),
        "MOTCUA_OUTSIDE_URL", phones.address());
  }

  private static String open(String province, int port) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(AgencySimulator.class)
            .profiles(province)
            .run(
                "--server.port=" + port,
                "--agency.portal=" + portal.address(),
                "--agency.data=" + folder.resolve(province),
                "--agency.first-synchronisation-after=1h");
    opened(context);
    return "http://localhost:" + port;
  }

  private static <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  @AfterAll
  static void closeAll() throws Exception {
    while (!open.isEmpty()) open.pop().close();
  }

  @Test
  void oneSignInServesTwoProvincesAndLeavingOneLeavesAll() {
    var page = browser.desktop();
    page.navigate(quangNinh);
    browser.audit(page, "quangninh");
    press(page, SIGN_IN);
    signIn(page, "022088005678");
    confirm(page, "+84912000002");
    agree(page, quangNinh + "/joining");
    browser.audit(page, "old-account");
    press(page, "Đúng, liên kết tài khoản này");
    assertThat(page.url()).isEqualTo(quangNinh + "/my");
    assertThat(main(page)).contains("Trần Văn Hùng", "022088005678", "12/04/2017", "Mức 2");
    browser.audit(page, "my");
    page.navigate(quangNinh + "/my/papers");
    assertThat(main(page)).contains("CS 04417/2015");
    browser.audit(page, "papers");

    page.navigate(hue);
    press(page, SIGN_IN);
    agree(page, hue + "/joining");
    press(page, "Đúng, liên kết tài khoản này");
    assertThat(main(page)).contains("Trần Văn Hùng", "25/02/2019");
    browser.audit(page, "my-hue");

    signOut(page, hue);
    assertThat(main(page)).contains("Bạn đã đăng xuất khỏi tỉnh và khỏi Cổng");
    awaitSignedOut(page, quangNinh);
    assertThat(main(page)).contains("Phiên làm việc của bạn tại tỉnh đã kết thúc");
    browser.audit(page, "signed-out");
    page.navigate(quangNinh + "/happenings");
    assertThat(main(page)).contains("Cổng quốc gia báo đăng xuất; số phiên đã kết thúc: 1");
    browser.audit(page, "happenings");
    page.navigate(portal.address() + "/my");
    assertThat(page.url()).startsWith(portal.address() + "/sign-in");
    browser.assertNoComplaints();
  }

  /** And what is not agreed to does not happen; what needs more surety gets it on the way. */
  @Test
  void onAPhoneWithoutScriptsSomebodyNewRefusesAgreesAndShowsMore() {
    var page = browser.phoneWithoutScript();
    page.navigate(hue);
    browser.look(page, "hue");
    press(page, SIGN_IN);
    page.locator("[name=trust]").check();
    signIn(page, "022190001234");
    confirm(page, "+84912000001");
    pressAtPortal(page, "Không đồng ý", hue + "/**");
    assertThat(main(page)).contains("Bạn đã không đồng ý");
    browser.look(page, "declined");

    press(page, "Đăng nhập lại");
    agree(page, hue + "/joining");
    browser.look(page, "new-account");
    press(page, "Mở tài khoản");
    assertThat(page.url()).isEqualTo(hue + "/my");
    browser.look(page, "my");
    signOut(page, hue);

    press(page, SIGN_IN);
    signIn(page, "022190001234");
    page.waitForURL(hue + "/my");
    assertThat(main(page)).contains("Mức 1");
    phones.clear("+84912000001");
    press(page, "Mở Sổ điện tử");
    pressAtPortal(page, "Xác nhận", "**/sign-in/code");
    confirm(page, "+84912000001");
    page.waitForURL(hue + "/my/papers");
    assertThat(main(page)).contains("Mức 2");
    browser.look(page, "papers");

    page.navigate(portal.address() + "/my");
    page.locator("header form[action='/sign-out'] button").click();
    page.waitForURL("**/signed-out");
    awaitSignedOut(page, hue);
  }

  private static void signIn(Page page, String name) {
    page.locator("#name").fill(name);
    page.locator("#password").fill(PASSWORD);
    page.locator("main button[type=submit].govuk-button").first().click();
  }

  private static void confirm(Page page, String phone) {
    page.locator("#code").fill(phones.awaitCode(phone));
    page.locator("main button[type=submit].govuk-button").first().click();
  }

  private static void agree(Page page, String then) {
    pressAtPortal(page, "Đồng ý và tiếp tục", then);
  }

  private static void pressAtPortal(Page page, String words, String then) {
    page.locator("main button").filter(new FilterOptions().setHasText(words)).first().click();
    page.waitForURL(then);
  }

  private static void press(Page page, String words) {
    page.locator("main button, main a.button")
        .filter(new FilterOptions().setHasText(words))
        .first()
        .click();
    page.waitForLoadState();
  }

  private static void signOut(Page page, String province) {
    page.locator("header form[action='/sign-out'] button").click();
    page.waitForURL(province + "/?state=*");
  }

  /** The portal tells the provinces in the background, a moment later. */
  private static void awaitSignedOut(Page page, String province) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              page.navigate(province + "/my");
              assertThat(page.url()).startsWith(province + "/sign-in?");
            });
  }

  private static String main(Page page) {
    return page.locator("main").innerText();
  }
}
