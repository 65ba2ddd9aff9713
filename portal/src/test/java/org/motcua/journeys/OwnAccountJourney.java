package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody keeps his account: changes the phone, signs out elsewhere, loses the phone and gets the
 * account back at a counter, takes his data and leaves. At a desk with a script, on a phone
 * without; every page passed is looked over by axe-core.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnAccountJourney {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern REFERENCE = Pattern.compile("KP-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final Pattern LINK = Pattern.compile("/recover/finish/[\\w-]+");

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from platform.rate_limit where id like 'identity.%'").update();
  }

  @Test
  void fromTheFirstChangeToTheEnd() {
    var somebody = new Somebody("Đặng Văn An", "022090007101", "+84912555101", "+84912555102");
    walk(browser::desktop, somebody);
  }

  @Test
  void onAPhoneWithoutJavaScriptTheSame() {
    var somebody = new Somebody("Đặng Văn Bình", "022090007202", "+84912555201", "+84912555202");
    walk(browser::phoneWithoutScript, somebody);
  }

  /** Whose account it is, with the phone he begins with and the one he ends with. */
  private record Somebody(String name, String number, String phone, String laterPhone) {

    static final String PASSWORD = "một câu thật dài";
    static final String LATER_PASSWORD = "một câu khác hẳn";
    static final String LATEST_PASSWORD = "câu này thì nhớ được";
  }

  private void walk(Supplier<Page> visitor, Somebody somebody) {
    var page = visitor.get();
    register(page, somebody);
    page.navigate("/my/account");
    look(page, "overview");
    for (var part : new String[] {"accesses", "consents"}) {
      page.navigate("/my/account/" + part);
      look(page, part);
    }

    changePhone(page, somebody);
    signOutElsewhere(visitor, page, somebody);

    var counter = visitor.get();
    recover(visitor.get(), counter, somebody);
    forgetPassword(visitor.get(), somebody);
    page = visitor.get();
    page.navigate("/my/account/data");
    signIn(page, somebody.number(), Somebody.LATEST_PASSWORD, somebody.phone());
    download(page);
    close(page);
  }

  private void register(Page page, Somebody somebody) {
    page.navigate("/register");
    Phones.clear(somebody.phone());
    var form = new Form(page);
    form.choose("numberKind", "citizenId")
        .type("number", somebody.number())
        .type("fullName", somebody.name())
        .date("born", "1", "2", "1990")
        .type("phone", somebody.phone())
        .type("password", Somebody.PASSWORD)
        .press("Nhận mã xác nhận");
    form.type("code", Phones.awaitCode(somebody.phone())).press("Xác nhận");
    assertThat(page.url()).endsWith("/my");
  }

  private void changePhone(Page page, Somebody somebody) {
    page.navigate("/my/account/phone");
    look(page, "phone");
    Phones.clear(somebody.phone());
    var form = new Form(page);
    form.type("value", somebody.laterPhone()).press("Gửi mã xác nhận");
    look(page, "phone-code");
    form.type("code", Phones.awaitCode(somebody.laterPhone())).press("Đổi số điện thoại");
    assertThat(page.locator("main").innerText()).contains("Đã đổi số điện thoại");
    look(page, "phone-changed");
    var told = Phones.awaitSmsWith("/not-me/", somebody.phone());
    page.navigate(told.substring(told.indexOf("/not-me/")).strip());
    look(page, "not-me");
    page.navigate("/my/account/email");
    look(page, "email");
    page.navigate("/my/account/password");
    look(page, "password");
  }

  private void signOutElsewhere(Supplier<Page> visitor, Page page, Somebody somebody) {
    var elsewhere = visitor.get();
    elsewhere.navigate("/my");
    signIn(elsewhere, somebody.number(), Somebody.PASSWORD, somebody.laterPhone());
    page.navigate("/my/account/devices");
    look(page, "devices");
    new Form(page).press("Đăng xuất khỏi mọi nơi khác");
    look(page, "devices-alone");
    elsewhere.navigate("/my");
    assertThat(elsewhere.url()).endsWith("/sign-in");
  }

  /** Back to the first phone: the later one is lost. */
  private void recover(Page page, Page counter, Somebody somebody) {
    page.navigate("/sign-in");
    page.locator("main a[href='/recover']").click();
    look(page, "recover");
    Phones.clear(somebody.phone());
    new Form(page)
        .type("number", somebody.number())
        .type("fullName", somebody.name())
        .type("phone", somebody.phone())
        .choose("way", "COUNTER")
        .press("Gửi yêu cầu");
    look(page, "recover-asked");
    var found = REFERENCE.matcher(Phones.awaitSmsWith("KP-", somebody.phone()));
    assertThat(found.find()).isTrue();

    counter.navigate("/desk/recoveries");
    People.RECEPTION.signIn(counter);
    look(counter, "desk-recoveries");
    var form = new Form(counter);
    form.type("reference", found.group()).press("Tìm yêu cầu");
    look(counter, "desk-recovery");
    form.type("number", somebody.number())
        .date("born", "1", "2", "1990")
        .choose("seen", "true")
        .press("Chấp nhận");
    look(counter, "desk-recovery-approved");

    var link = LINK.matcher(Phones.awaitSmsWith("/recover/finish/", somebody.phone()));
    assertThat(link.find()).isTrue();
    page.navigate(link.group());
    look(page, "recover-finish");
    new Form(page).press("Gửi mã xác nhận");
    look(page, "recover-finish-code");
    new Form(page)
        .type("code", Phones.awaitCode(somebody.phone()))
        .type("password", Somebody.LATER_PASSWORD)
        .press("Lấy lại tài khoản");
    look(page, "recover-finished");
    assertThat(page.locator("main").innerText()).contains("Đã lấy lại tài khoản");
  }

  /** With the phone at hand. */
  private void forgetPassword(Page page, Somebody somebody) {
    page.navigate("/sign-in");
    page.locator("main a[href='/forgotten-password']").click();
    look(page, "forgotten");
    Phones.clear(somebody.phone());
    new Form(page).type("name", somebody.number()).press("Gửi mã");
    look(page, "forgotten-code");
    new Form(page).type("code", Phones.awaitCode(somebody.phone())).press("Tiếp tục");
    look(page, "forgotten-new");
    new Form(page).type("password", Somebody.LATEST_PASSWORD).press("Đặt mật khẩu");
    look(page, "forgotten-done");
    assertThat(page.locator("main").innerText()).contains("Đã đặt mật khẩu mới");
  }

  private void download(Page page) {
    look(page, "data");
    new Form(page).press("Chuẩn bị tệp");
    await(
        () -> {
          page.navigate("/my/account/data");
          return page.locator("main").innerText().contains("Tệp đã sẵn sàng");
        });
    look(page, "data-ready");
    var file = page.waitForDownload(() -> page.locator("main a[href$='motcua.zip']").click());
    try (var zip = new ZipFile(file.path().toFile())) {
      assertThat(zip.getEntry("index.html")).isNotNull();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void close(Page page) {
    page.navigate("/my/account/closing");
    look(page, "closing");
    new Form(page)
        .type("password", Somebody.LATEST_PASSWORD)
        .choose("agreed", "true")
        .press("Đóng tài khoản của tôi");
    look(page, "closing-asked");
    page.navigate("/my");
    assertThat(page.url()).endsWith("/sign-in");
  }

  private static void signIn(Page page, String number, String password, String phone) {
    Phones.clear(phone);
    var form = new Form(page);
    form.type("name", number).type("password", password).press("Tiếp tục");
    form.type("code", Phones.awaitCode(phone)).press("Xác nhận");
  }

  private static void look(Page page, String name) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
    Browser.screenshot(page, "account-" + name + "-" + page.viewportSize().width);
  }

  private static void await(BooleanSupplier condition) {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited for too long").isBefore(end);
    }
  }
}
