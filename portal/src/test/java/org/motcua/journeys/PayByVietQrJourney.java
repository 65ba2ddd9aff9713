package org.motcua.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.Payments;
import org.motcua.payments.SomethingToPay;
import org.motcua.testing.Browser;
import org.motcua.testing.PayersBank;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Somebody scans the code of a payment, transfers too little, reads so, and transfers the rest. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PayByVietQrJourney {

  private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(20_000);

  /** It has looked again by itself so often that it leaves that to people. */
  private static final String STANDS_STILL = "?looked=100";

  @RegisterExtension final Browser browser = new Browser();
  @Autowired Payments payments;
  @Autowired Clock clock;
  @Autowired JsonMapper json;

  @Test
  void onADesktopOneScansTheCodeOfTheScreen() throws Exception {
    payInTwoParts(browser.desktop(), "desktop");
  }

  @Test
  void onAPhoneWithoutScriptsItIsTheSame() throws Exception {
    payInTwoParts(browser.phoneWithoutScript(), "plain");
  }

  private void payInTwoParts(Page page, String size) throws Exception {
    var asked = payments.request(SomethingToPay.of("journey:" + UUID.randomUUID(), 135_000));
    page.navigate(asked.page());
    page.locator("button[name=way][value=vietqr]").click();
    page.waitForURL("**/vietqr*");
    var here = asked.page() + "/vietqr";
    var ref = page.locator("#words").inputValue();
    page.navigate(here + STANDS_STILL);
    assertThat(scanned(page))
        .contains("38540010A0000007270124", "5406135000", "0814" + ref)
        .isEqualTo(page.locator("#text").inputValue());
    look(page, "vietqr-" + size);

    page.navigate(here);
    transfer(ref, 100_000);
    assertThat(page.locator("main")).containsText("Còn thiếu 35.000", SOON);
    page.navigate(here + STANDS_STILL);
    assertThat(scanned(page)).contains("540535000", "0814" + ref);
    look(page, "vietqr-part-" + size);

    page.navigate(here);
    transfer(ref, 35_000);
    assertThat(page.locator("main")).containsText("Đã nộp thành công", SOON);
    assertThat(payments.find(asked.id()).orElseThrow().standing()).isEqualTo(Standing.PAID);
  }

  /** As a banking application does: from the picture. */
  private static String scanned(Page page) throws IOException, NotFoundException {
    var png = page.locator(".mc-qr").screenshot();
    var picture = ImageIO.read(new ByteArrayInputStream(png));
    var width = picture.getWidth();
    var height = picture.getHeight();
    var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    var light = new RGBLuminanceSource(width, height, pixels);
    return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }

  /** The bank tells of it. */
  private void transfer(String ref, long dong) throws IOException, InterruptedException {
    var body =
        json.writeValueAsString(
            Map.of(
                "id",
                "FT" + UUID.randomUUID(),
                "bank",
                PayersBank.BANK,
                "account",
                PayersBank.ACCOUNT,
                "dong",
                dong,
                "text",
                "chuyen tien " + ref,
                "at",
                "2026-11-23T09:15:02+07:00",
                "from",
                Map.of("bank", "970436", "account", "0011002233", "name", "TRAN HUNG")));
    var time = String.valueOf(clock.instant().getEpochSecond());
    var told =
        HttpRequest.newBuilder(URI.create(browser.address() + "/payments/bank/credits"))
            .header("Content-Type", "application/json")
            .header("Bank-Timestamp", time)
            .header("Bank-Signature", PayersBank.signature(time, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      assertThat(http.send(told, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private static void look(Page page, String name) {
    Browser.assertAccessible(page);
    Browser.screenshot(page, name);
  }
}
