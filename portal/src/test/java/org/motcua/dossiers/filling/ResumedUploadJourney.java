package org.motcua.dossiers.filling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

/** A mother sends a large scan from her phone while the connection comes and goes. */
@SpringBootTest(webEnvironment = RANDOM_PORT)
class ResumedUploadJourney {

  private static final String NAME = "chứng sinh.pdf";
  private static final String FILE = "#file-" + BirthDrafts.PROOF;
  private static final String PAPER = "#" + BirthDrafts.PROOF;

  /** Pauses between two tries, and a busy machine. */
  private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);

  private static final ContainsTextOptions PATIENTLY_READ =
      new ContainsTextOptions().setTimeout(30_000);

  @RegisterExtension final Browser browser = new Browser();

  @Autowired BirthDrafts births;
  @Autowired SessionRepository<?> sessions;
  @LocalServerPort int port;

  private final byte[] scan = Files.pdf(5 << 20);
  private final List<Long> offsets = new CopyOnWriteArrayList<>();
  private DossierId draft;
  private TusClient session;

  @BeforeEach
  void aMotherWithADraft() {
    var mother = births.mother();
    draft = births.withoutPaper(mother);
    session = TusClient.of(sessions, mother, port);
  }

  @Test
  void aLostConnectionCostsOnePart() {
    var page = opened(browser.phone());
    losing(page, number -> number == 3 || number == 4);
    send(page, NAME, scan);

    assertThat(sent(page)).isVisible(PATIENTLY);
    assertThat(births.get(draft).attachments()).hasSize(1);
    assertThat(offsets).startsWith(0L, 1L << 20, 2L << 20, 2L << 20, 2L << 20, 3L << 20);
    Browser.assertAccessible(page);
  }

  @Test
  void afterAReloadTheSameFileGoesOnWhereItStopped() {
    var page = opened(browser.desktop());
    losing(page, number -> number > 2);
    send(page, NAME, scan);
    assertThat(page.locator(".mc-progress__text")).containsText("Mất kết nối ở", PATIENTLY_READ);
    Browser.assertAccessible(page);
    Browser.screenshot(page, "papers-connection-lost");

    var again = opened(page.context().newPage());
    assertThat(again.locator("[data-mc-unfinished]")).containsText(NAME + ": đã tải lên 39 %");
    Browser.assertAccessible(again);
    Browser.screenshot(again, "papers-unfinished");
    page.close();
    offsets.clear();
    losing(again, number -> false);
    send(again, NAME, scan);
    assertThat(sent(again)).isVisible(PATIENTLY);
    assertThat(offsets.getFirst()).isEqualTo(2L << 20);
    assertThat(again.locator("[data-mc-unfinished]")).hasCount(0);
    Browser.screenshot(again, "papers-resumed");
  }

  @Test
  void whatIsRefusedIsToldOnThePageAsEver() {
    var page = opened(browser.phone());
    send(page, NAME, new byte[3 << 20]);
    assertThat(page.locator(".govuk-error-summary"))
        .containsText("Nội dung tệp không đúng", PATIENTLY_READ);
    assertThat(page.locator("[data-mc-unfinished]")).hasCount(0);
    Browser.screenshot(page, "papers-refused");
  }

  @Test
  void withoutScriptTheWholeGoesAtOnceAndAnUnfinishedOneCanBeDropped() {
    session.begin("/my/dossiers/" + draft + "/papers/" + BirthDrafts.PROOF + "/uploads", NAME, 9);
    var page = opened(browser.phoneWithoutScript());
    assertThat(page.locator("[data-mc-unfinished]")).containsText("đã tải lên 0 %");
    page.locator("[data-mc-unfinished] button").click();
    assertThat(page.locator("[data-mc-unfinished]")).hasCount(0);
    send(page, NAME, scan);
    assertThat(births.get(draft).attachments()).hasSize(1);
    assertThat(offsets).isEmpty();
  }

  private Page opened(Page page) {
    page.context().addCookies(List.of(session.session()));
    page.navigate(browser.address() + "/my/dossiers/" + draft + "/papers");
    return page;
  }

  private static Locator sent(Page page) {
    return page.locator(PAPER + " a", new Page.LocatorOptions().setHasText(NAME));
  }

  private static void send(Page page, String name, byte[] content) {
    page.locator(FILE).setInputFiles(new FilePayload(name, "application/pdf", content));
    page.locator(PAPER + " form:has(" + FILE + ") button").click();
  }

  /** Parts are numbered from one. */
  private void losing(Page page, IntPredicate lost) {
    page.unroute("**/uploads/*");
    var number = new java.util.concurrent.atomic.AtomicInteger();
    page.route(
        "**/uploads/*",
        route -> {
          if (!route.request().method().equals("PATCH")) {
            route.resume();
            return;
          }
          offsets.add(Long.parseLong(route.request().headers().get("upload-offset")));
          if (lost.test(number.incrementAndGet())) route.abort("connectionreset");
          else route.resume();
        });
  }
}
