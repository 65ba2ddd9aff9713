package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.motcua.testing.CertificateAuthority;
import org.motcua.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who are tired of passwords: one adds a passkey, one an authenticator app, one signs with a
 * certificate. Chromium plays the device that keeps the passkey.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class KeysJourney {

  private static final Duration TIME_STEP = Duration.ofSeconds(30);

  @RegisterExtension final Browser browser = new Browser();

  @Autowired private MovableClock clock;
  @Autowired private JdbcClient jdbc;

  /** Other journeys' people sign in by text message. */
  @AfterEach
  void forgetKeys() {
    for (var table : new String[] {"passkey", "authenticator", "recovery_code", "certificate"}) {
      jdbc.sql("delete from identity." + table).update();
    }
    clock.reset();
  }

  @Test
  void aPasskeyIsAddedAndSignsIn() {
    signInByPasskey(browser.desktop());
  }

  @Test
  void onAPhoneAPasskeyServesAsWell() {
    signInByPasskey(browser.phone());
  }

  private void signInByPasskey(Page page) {
    plugInADevice(page);
    page.navigate("/my/account/passkeys");
    looked(page);
    shoot(page, "sign-in");
    People.HUNG.signIn(page);
    looked(page);
    new Form(page).type("name", "Máy của Hùng").press("Thêm khóa truy cập");
    told(page, "Đã thêm khóa truy cập “Máy của Hùng”");
    looked(page);
    shoot(page, "passkeys");

    new Form(page).press("Thêm khóa truy cập");
    page.locator("[data-mc-passkey-told]").filter(words("đã có khóa truy cập")).waitFor();
    looked(page);

    signOut(page);
    page.navigate("/sign-in");
    new Form(page).press("Đăng nhập bằng khóa truy cập");
    page.waitForURL("**/my");
    assertThat(page.locator("main").innerText()).contains("Trần Văn Hùng");

    page.navigate("/my/account/passkeys");
    page.locator("main a").filter(words("Xóa")).first().click();
    looked(page);
    shoot(page, "passkey-removal");
    new Form(page).press("Xóa khóa truy cập");
    told(page, "Đã xóa khóa truy cập");
    looked(page);

    signOut(page);
    page.navigate("/sign-in");
    new Form(page).press("Đăng nhập bằng khóa truy cập");
    told(page, "không còn thuộc tài khoản nào");
    looked(page);
    shoot(page, "passkey-refused");
  }

  @Test
  void aBrowserThatCannotSaysSo() {
    var page = browser.desktop();
    page.addInitScript("delete window.PublicKeyCredential");
    page.navigate("/sign-in");
    looked(page);
    assertThat(page.locator("main").innerText())
        .contains("Trình duyệt này không dùng được khóa truy cập")
        .doesNotContain("Đăng nhập bằng khóa truy cập");
  }

  @Test
  void withoutJavaScriptThereIsNoButtonThatDoesNothing() {
    var page = browser.phoneWithoutScript();
    page.navigate("/sign-in");
    looked(page);
    assertThat(page.locator("main").innerText()).doesNotContain("khóa truy cập");
    page.navigate("/my/account/passkeys");
    People.HUNG.signIn(page);
    looked(page);
    assertThat(page.locator("main").innerText()).contains("hãy bật JavaScript");
  }

  @Test
  void anAuthenticatorAppIsSetUpAndItsCodeSignsIn() {
    signInByApp(browser.desktop());
  }

  @Test
  void onAPhoneWithoutJavaScriptTheAppServesAsWell() {
    signInByApp(browser.phoneWithoutScript());
  }

  private void signInByApp(Page page) {
    page.navigate("/my/account/authenticator");
    People.HOA.signIn(page);
    looked(page);
    shoot(page, "authenticator");
    new Form(page).press("Bắt đầu");
    looked(page);
    shoot(page, "authenticator-enrol");
    var secret = page.locator(".mc-enrol__secret").innerText();
    new Form(page).type("code", code(secret)).press("Xác nhận");
    looked(page);
    assertThat(page.locator(".mc-recovery-codes li").all()).hasSize(10);
    shoot(page, "authenticator-codes");
    new Form(page).press("Tôi đã cất các mã này");
    looked(page);
    shoot(page, "authenticator-on");

    signOut(page);
    page.navigate("/sign-in");
    new Form(page).type("name", "2213004567").type("password", "MotCua@2020").press("Tiếp tục");
    looked(page);
    shoot(page, "authenticator-sign-in");
    new Form(page).type("code", "123").press("Tiếp tục");
    looked(page);
    assertThat(page.locator(".govuk-error-summary").innerText()).contains("6 chữ số");
    clock.advance(TIME_STEP);
    new Form(page).type("code", code(secret)).press("Tiếp tục");
    assertThat(page.locator("main").innerText()).contains("Lê Thị Hoa");
  }

  @Test
  void aSignatureMadeWithACertificateSignsIn() {
    signInByCertificate(browser.desktop());
  }

  @Test
  void onAPhoneWithoutJavaScriptASignatureServesAsWell() {
    signInByCertificate(browser.phoneWithoutScript());
  }

  private void signInByCertificate(Page page) {
    var mai = CertificateAuthority.TRUSTED.issue("Nguyễn Thị Mai", "CMND:022190001234");
    page.navigate("/sign-in");
    page.locator("main a[href='/sign-in/certificate']").click();
    looked(page);
    shoot(page, "certificate-sign-in");
    new Form(page).press("Đăng nhập");
    looked(page);
    shoot(page, "certificate-missing");
    send(page, mai.signs("Một văn bản khác"));
    new Form(page).press("Đăng nhập");
    told(page, "Chữ ký không khớp");
    send(page, mai.signs(page.locator("#text").inputValue()));
    new Form(page).press("Đăng nhập");
    page.waitForURL("**/my");
    page.locator("main").filter(words("Nguyễn Thị Mai")).waitFor();
    page.navigate("/my/account/certificates");
    looked(page);
    shoot(page, "certificates");
    assertThat(page.locator("main").innerText()).contains("CA Thử nghiệm");
  }

  private static void send(Page page, String signature) {
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "mot-cua.txt.p7s",
                "application/pkcs7-signature",
                Base64.getDecoder().decode(signature)));
  }

  /** A phone or computer that unlocks at once and keeps passkeys. */
  private static void plugInADevice(Page page) {
    var devices = page.context().newCDPSession(page);
    devices.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var device = new JsonObject();
    device.add("options", options);
    devices.send("WebAuthn.addVirtualAuthenticator", device);
  }

  private String code(String secret) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(Base32.decode(secret.replace(" ", "")), "HmacSHA1"),
              clock.instant());
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  private static void told(Page page, String text) {
    page.locator("main").filter(words(text)).waitFor();
  }

  private static void signOut(Page page) {
    page.locator("header form[action='/sign-out'] button").click();
    page.waitForURL("**/signed-out");
  }

  private static void looked(Page page) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }

  private static void shoot(Page page, String name) {
    Browser.screenshot(page, "keys-" + name + "-" + page.viewportSize().width);
  }

  private static Locator.FilterOptions words(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
