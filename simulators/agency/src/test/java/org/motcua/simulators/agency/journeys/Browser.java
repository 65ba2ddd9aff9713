package org.motcua.simulators.agency.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Chromium. What fails in a page, is forbidden by its policy or is missing is remembered;
 * pages that are looked at must be accessible and fit the window.
 */
final class Browser implements AutoCloseable {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Set {@code MOTCUA_SCREENSHOTS=true} to have pictures of all pages looked at. */
  private static final boolean WANTED = Boolean.parseBoolean(System.getenv("MOTCUA_SCREENSHOTS"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new ArrayList<>();
  private boolean auditing;

  Browser() {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new CreateOptions().setEnv(environment));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-dev-shm-usage",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  /** Somebody at a desk, with cookies of his own. */
  Page desktop() {
    return visitor(1280, 900, true);
  }

  /** Somebody with a phone that runs no scripts. */
  Page phoneWithoutScript() {
    return visitor(360, 740, false);
  }

  private Page visitor(int width, int height, boolean script) {
    var context =
        chromium.newContext(
            new NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setJavaScriptEnabled(script));
    context.setDefaultTimeout(30_000);
    var page = context.newPage();
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onConsoleMessage(
        message -> {
          if (!auditing && message.type().equals("error")) complaints.add(message.text());
        });
    return page;
  }

  void look(Page page, String name) {
    page.waitForLoadState();
    var width = page.viewportSize().width;
    if (WANTED) {
      var picture = Path.of("target/screenshots", "%s-%d.png".formatted(name, width));
      page.screenshot(new ScreenshotOptions().setPath(picture).setFullPage(true));
    }
    assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
        .as("width of %s", page.url())
        .isLessThanOrEqualTo(width);
  }

  /** The same, and nothing that axe-core finds; which itself is a script. */
  void audit(Page page, String name) {
    look(page, name);
    auditing = true;
    try {
      page.evaluate(AxeBuilder.getAxeScript());
      var violations =
          page.evaluate(
              """
              async rules => {
                const found = await axe.run(document,
                  {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']});
                return found.violations.map(each => each.id + ' (' + each.help + ')'
                  + each.nodes.slice(0, 5).map(node => '\\n    ' + node.html).join(''));
              }
              """,
              RULES);
      page.evaluate("() => true"); // lets what it said on the console arrive
      assertThat((List<?>) violations).as("accessibility of %s", page.url()).isEmpty();
    } finally {
      auditing = false;
    }
  }

  /** What everybody sees, for who has to find out why it failed. */
  void takePictures() {
    var pages = chromium.contexts().stream().map(BrowserContext::pages).flatMap(List::stream);
    var number = 0;
    for (var page : pages.toList()) {
      var picture = Path.of("target/screenshots", "failed-%d.png".formatted(number++));
      page.screenshot(new ScreenshotOptions().setPath(picture).setFullPage(true));
    }
  }

  void assertNoComplaints() {
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path executable() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(f -> Stream.of(Path.of(f, "chromium"), Path.of(f, "chromium-browser")))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser journey needs Chromium on the PATH: apt-get install chromium"));
  }
}
