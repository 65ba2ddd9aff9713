package org.motcua.benchmarks;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * An application that one person fills in.
 *
 * @param firstPage where its form begins
 */
record Draft(Browser browser, String id, String firstPage) {

  private static final int MOST_PAGES = 20;
  private static final Pattern FIRST_PAGE =
      Pattern.compile("href=\"(/my/dossiers/([0-9a-f-]{36})/pages/[^\"]+)\"");

  static Draft begin(Browser browser, String service) {
    var start = browser.open("/services/" + service);
    var draft = browser.submit(start.formTo("/my/dossiers"), Map.of());
    if (draft.address().getPath().equals("/my/dossiers")) { // one waits, do we want another?
      draft = browser.submit(draft.formTo("/my/dossiers"), Map.of());
    }
    var link = FIRST_PAGE.matcher(draft.html());
    if (!link.find()) throw new UnexpectedPage("No page to fill in", draft);
    return new Draft(browser, link.group(2), link.group(1));
  }

  String path() {
    return "/my/dossiers/" + id;
  }

  /** Page by page, as the form goes on. */
  void fillIn(Map<String, String> answers, Timings timings) throws Exception {
    var page = timings.time("open the form", () -> browser.open(firstPage));
    for (var n = 0; page.address().getPath().contains("/pages/"); n++) {
      if (n == MOST_PAGES) throw new UnexpectedPage("The form has no end", page);
      var here = page;
      page =
          timings.time(
              "answer a page",
              () -> browser.submit(here.formTo(here.address().getPath()), answers));
    }
  }
}
