package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The main job: a parent in Hạ Long registers a birth, the commune decides, and anyone can verify
 * the certificate. On a desk, on a phone with a request for additions in between, and without
 * JavaScript; every page passed is looked over by axe-core.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BirthRegistrationJourney {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void aParentRegistersABirthAndTheCommuneIssuesTheCertificate() throws IOException {
    var parent = browser.desktop();
    find(parent, "dang ky khai sinh");
    var code = apply(parent, People.MAI);

    var reception = browser.desktop();
    open(reception, People.RECEPTION, code);
    press(reception, "Tiếp nhận hồ sơ");
    decide(browser::desktop, code);

    verify(parent, awaitResult(parent));
    track(browser.desktop(), code, People.MAI);
  }

  @Test
  void onAPhoneTheCommuneAsksForAdditionsAndTheParentAnswers() throws IOException {
    var parent = browser.phone();
    find(parent, "giấy khai sinh");
    var code = apply(parent, People.HUNG);

    var officer = browser.phone();
    open(officer, People.RECEPTION, code);
    press(officer, "Yêu cầu bổ sung");
    new Form(officer)
        .type("point:question:child.bornAt", "Giờ sinh khác với giấy chứng sinh")
        .type("point:paper:proof-of-birth", "Ảnh mờ, hãy gửi lại");
    press(officer, "Gửi yêu cầu bổ sung");
    assertThat(officer.locator("main").innerText()).contains("Yêu cầu bổ sung giấy tờ");

    parent.reload();
    Browser.assertAccessible(parent);
    assertThat(parent.locator("main").innerText()).contains("Ảnh mờ, hãy gửi lại");
    press(parent, "Gửi thêm giấy tờ");
    new BirthForm(parent).attach("giay-chung-sinh-ro-net.pdf");
    press(parent, "Tiếp tục");
    press(parent, "Gửi bổ sung");
    assertThat(parent.locator("main").innerText()).contains("Đã gửi bổ sung");

    officer.reload();
    press(officer, "Tiếp nhận hồ sơ");
    decide(browser::phone, code);

    verify(parent, awaitResult(parent));
  }

  @Test
  void withoutJavaScriptNothingIsMissing() throws IOException {
    var parent = browser.desktopWithoutScript();
    find(parent, "khai sinh");
    var code = apply(parent, People.HOA);

    var reception = browser.desktopWithoutScript();
    open(reception, People.RECEPTION, code);
    press(reception, "Tiếp nhận hồ sơ");
    decide(browser::desktopWithoutScript, code);

    verify(parent, awaitResult(parent));
  }

  private void find(Page page, String words) {
    page.navigate("/");
    looked(page);
    new Form(page).type("q", words);
    page.locator("main form[role=search] button, main .mc-search button").first().click();
    looked(page);
    page.locator("main a[href='/procedures/1.001193']").first().click();
    looked(page);
    page.locator("main a[href='/services/birth-registration']").first().click();
    looked(page);
  }

  /** From the service's page to the submitted dossier; gives its code. */
  private String apply(Page page, People parent) throws IOException {
    page.locator("form[action='/my/dossiers'] button").first().click();
    looked(page);
    parent.signIn(page);
    looked(page);
    var form = new BirthForm(page);
    form.fill();
    form.declareAndHandIn();
    assertThat(page.locator("h1").innerText()).isEqualTo("Đã nộp hồ sơ");
    Browser.screenshot(page, "submitted-" + page.viewportSize().width);
    return page.locator(".mc-code").first().innerText().strip();
  }

  /** From acceptance to the leader's decision, each officer at a browser of his own. */
  private void decide(Supplier<Page> visitor, String code) {
    var specialist = visitor.get();
    open(specialist, People.SPECIALIST, code);
    press(specialist, "Nhận xử lý");
    press(specialist, "Trình lãnh đạo");
    var leader = visitor.get();
    open(leader, People.LEADER, code);
    press(leader, "Xác nhận quyết định");
  }

  private void open(Page page, People officer, String code) {
    page.navigate("/desk");
    officer.signIn(page);
    looked(page);
    page.locator("main a.mc-code").filter(new Locator.FilterOptions().setHasText(code)).click();
    looked(page);
  }

  private byte[] awaitResult(Page page) {
    await(
        () -> {
          page.reload();
          return page.locator("a[href$='/result.pdf']").count() > 0;
        });
    looked(page);
    Browser.screenshot(page, "result-" + page.viewportSize().width);
    var address = page.locator("a[href$='/result.pdf']").getAttribute("href");
    var answer = page.context().request().get(address);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private void verify(Page page, byte[] certificate) throws IOException {
    var kept = Files.createDirectories(Path.of("target/journeys")).resolve("certificate.pdf");
    Files.write(kept, certificate);
    try (var pdf = Loader.loadPDF(certificate)) {
      assertThat(pdf.getNumberOfPages()).as("pages of the certificate").isOne();
    }
    page.locator("main a[href^='/verify/']").click();
    looked(page);
    assertThat(page.locator("main").innerText()).contains(BirthForm.CHILD);

    var changed = certificate.clone();
    changed[changed.length / 2] ^= 1;
    page.navigate("/verify");
    looked(page);
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("giay-khai-sinh.pdf", "application/pdf", changed));
    page.locator("main form[enctype='multipart/form-data'] button").first().click();
    page.getByText("Tệp đã bị sửa đổi").first().waitFor();
    looked(page);
  }

  private void track(Page page, String code, People parent) {
    page.navigate("/track");
    looked(page);
    new Form(page).type("code", code).type("digits", parent.lastFourDigits()).press("Tra cứu");
    looked(page);
    assertThat(page.locator("main").innerText())
        .contains("Đã trả kết quả")
        .doesNotContain(parent.name());
  }

  private static void press(Page page, String button) {
    new Form(page).press(button);
    looked(page);
  }

  private static void looked(Page page) {
    page.waitForLoadState();
    Browser.assertAccessible(page);
  }

  private static void await(BooleanSupplier condition) {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
    }
  }
}
