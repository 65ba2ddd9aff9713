package org.motcua.benchmarks;

import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Somebody who asks how far a dossier is, by its code and the end of a phone number, each time of
 * another one; from another address now and then, since one address may not ask without end.
 */
final class Tracker implements Load.Person {

  static final String STEP = "track by code";
  static final String QUEUE = "an agency's queue";

  private static final int FROM_ONE_ADDRESS = 25;

  private final Supplier<Browser> newBrowser;
  private final LoadedDossiers dossiers;
  private final Random random;
  private WebPage page;
  private Browser browser;
  private int asked;

  Tracker(Supplier<Browser> newBrowser, LoadedDossiers dossiers, Random random) {
    this.newBrowser = newBrowser;
    this.dossiers = dossiers;
    this.random = random;
    move();
  }

  private void move() {
    if (browser != null) browser.close();
    browser = newBrowser.get();
    page = browser.open("/track");
    asked = 0;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    if (asked++ == FROM_ONE_ADDRESS) move();
    var code = LoadedDossiers.code(random.nextInt(Math.max(1, dossiers.count())));
    timings.time(
        STEP, () -> browser.submit(page.formTo("/track"), Map.of("code", code, "digits", "0000")));
  }
}
