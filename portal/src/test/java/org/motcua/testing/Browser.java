package org.motcua.testing;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A real Chromium over a portal that listens on a port of its own:
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * class TrackingJourney {
 *   @RegisterExtension final Browser browser = new Browser();
 *
 *   @Test void aParentFollowsTheDossier() {
 *     var page = browser.desktop();
 *     page.navigate("/track");
 *     Browser.assertAccessible(page);
 * }}</pre>
 *
 * <p>One browser serves the whole run; each page is a visitor of its own, without cookies. A script
 * that fails, something that the content policy forbids and a missing file fail the test.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String AUDITOR = AxeBuilder.getAxeScript();

  /** Set {@code MOTCUA_SCREENSHOTS=true} to have pictures of all pages passed. */
  private static final boolean WANTED =
      Boolean.parseBoolean(System.getenv().getOrDefault("MOTCUA_SCREENSHOTS", "false"));

  /** By their shape. */
  private static final Set<String> audited = ConcurrentHashMap.newKeySet();

  private static boolean auditing;

  private static final Set<Page> withoutScript = ConcurrentHashMap.newKeySet();

  private final List<BrowserContext> visitors = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private String address = "";

  /** 1280 pixels wide. */
  public Page desktop() {
    return visitor(1280, 900, true);
  }

  /** 360 pixels wide, as most phones in the country. */
  public Page phone() {
    return visitor(360, 740, true);
  }

  public Page desktopWithoutScript() {
    return visitor(1280, 900, false);
  }

  public Page phoneWithoutScript() {
    return visitor(360, 740, false);
  }

  public Page visitor(int width, int height, boolean script) {
    var context =
        Chromium.instance.newContext(
            new NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script));
    context.setDefaultTimeout(15_000);
    visitors.add(context);
    var page = context.newPage();
    if (!script) withoutScript.add(page);
    listenTo(page);
    return page;
  }

  /** Where the portal listens, such as {@code http://localhost:43211}. */
  public String address() {
    return address;
  }

  /**
   * Nothing that axe-core finds, and nothing that has to be scrolled sideways. Pages that differ in
   * their words alone are audited once in a run. The auditor is itself a script, so of a visitor
   * without scripts only the width is looked at.
   */
  public static void assertAccessible(Page page) {
    if (withoutScript.contains(page)) {
      assertFits(page);
      return;
    }
    var shape = shape(page);
    if (!audited.contains(shape)) {
      assertThat(audit(page)).as("accessibility of %s", page.url()).isEmpty();
      audited.add(shape);
    }
    assertFits(page);
  }

  /**
   * What the auditor's verdict depends on: of which kinds of elements, in which states and nested
   * in what, a page is made and how wide it is; not which words and numbers it holds. It takes
   * milliseconds, an audit a second.
   */
  private static String shape(Page page) {
    return page.viewportSize().width
        + "\n"
        + page.evaluate(
            """
            () => {
              const spoken = /^(class|type|role|lang|hidden|open|aria-(?!label|describedby|controls).*)$/;
              const kind = element => element.localName + [...element.attributes]
                .map(a => spoken.test(a.name) ? a.name + '=' + a.value : a.name + (a.value ? '' : '!'))
                .sort().join(' ') + (element.textContent.trim() ? '' : ' blank');
              const kinds = [...document.querySelectorAll('*')]
                .map(element => kind(element) + ' in ' + (element.parentElement?.localName ?? ''));
              const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')];
              return [document.title, ...headings.map(h => h.localName), ...new Set(kinds)].join('\\n');
            }
            """);
  }

  /**
   * Nothing but violations is asked for: to name all that is in order takes the auditor longer than
   * to look at it. It styles what it looks at, which the content policy rightly forbids: not our
   * doing.
   */
  private static List<?> audit(Page page) {
    auditing = true;
    try {
      page.evaluate(AUDITOR);
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
      return (List<?>) violations;
    } finally {
      auditing = false;
    }
  }

  /** The page is no wider than the window. */
  public static void assertFits(Page page) {
    var excess =
        page.evaluate(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > width + 1)
                .map(e => e.tagName + '.' + e.className).slice(0, 10);
            }
            """);
    assertThat((List<?>) excess).as("wider than the window at %s", page.url()).isEmpty();
  }

  /** The whole page as {@code target/screenshots/<name>.png}, where somebody wants to look. */
  public static void screenshot(Page page, String name) {
    if (WANTED) picture(page, name);
  }

  private static void picture(Page page, String name) {
    if (!withoutScript.contains(page)) {
      page.evaluate("() => document.fonts.ready.then(() => true)");
    }
    page.screenshot(
        new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    var port =
        SpringExtension.getApplicationContext(test)
            .getEnvironment()
            .getProperty("local.server.port");
    assertThat(port).as("the test needs webEnvironment = RANDOM_PORT").isNotNull();
    address = "http://localhost:" + port;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) takePictures(test.getDisplayName());
    visitors.forEach(BrowserContext::close);
    visitors.clear();
    withoutScript.clear();
    var heard = List.copyOf(complaints);
    complaints.clear();
    if (test.getExecutionException().isEmpty()) {
      assertThat(heard).as("what the browser complained of").isEmpty();
    }
  }

  /** What everybody saw when the test failed. */
  private void takePictures(String test) {
    var pages = visitors.stream().flatMap(visitor -> visitor.pages().stream()).toList();
    for (var number = 0; number < pages.size(); number++) {
      picture(pages.get(number), "failed-" + test.replaceAll("\\W", "") + "-" + number);
    }
  }

  private void listenTo(Page page) {
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onConsoleMessage(
        message -> {
          if (auditing) return;
          // A page that answers 404 on purpose is logged, too; missing files are caught below.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onResponse(
        response -> {
          var kind = response.request().resourceType();
          if (response.status() >= 400 && !kind.equals("document") && !kind.equals("xhr")) {
            complaints.add(response.status() + " " + response.url());
          }
        });
  }

  private static final class Chromium {

    static final com.microsoft.playwright.Browser instance = launch();

    private static com.microsoft.playwright.Browser launch() {
      var executable = executable();
      var playwright =
          Playwright.create(
              new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      return playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(executable)
                  .setHeadless(true)
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

    private static Path executable() {
      return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
          .flatMap(
              folder ->
                  List.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser"))
                      .stream())
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "The browser tests need Chromium on the PATH: apt-get install chromium"));
    }
  }
}
