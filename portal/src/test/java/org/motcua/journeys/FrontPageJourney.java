package org.motcua.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.testing.Browser;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The first look: in both languages, at both sizes, and as the README shows it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FrontPageJourney {

  private static final Path PICTURE = Path.of("../docs/front-page.jpg");
  private static final int AT_MOST_BYTES = 150_000;

  @RegisterExtension final Browser browser = new Browser();

  @Test
  void welcomesInVietnameseAndEnglishAtBothSizes() {
    for (var page : new Page[] {browser.desktop(), browser.phone()}) {
      page.navigate("/");
      Browser.assertAccessible(page);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("vi");
      page.navigate("/?lang=en");
      Browser.assertAccessible(page);
      page.navigate("/help");
      assertThat(page.locator("html").getAttribute("lang")).as("remembered").isEqualTo("en");
      Browser.assertAccessible(page);
    }
  }

  /** With {@code -Dmotcua.redraw} the picture in the README is taken anew. */
  @Test
  void looksAsTheReadmeShowsIt() throws IOException {
    var page = browser.desktop();
    page.navigate("/");
    page.evaluate("() => document.fonts.ready.then(() => true)");
    var picture =
        page.screenshot(new ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(80));
    if (System.getProperty("motcua.redraw") != null) Files.write(PICTURE, picture);
    assertThat(picture).hasSizeLessThan(AT_MOST_BYTES);
    assertThat(PICTURE).exists();
  }
}
