package org.motcua.benchmarks;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Somebody who asks how far a dossier is, by its code and the end of a phone number, each time of
 * another one; from another address now and then, since one address may not ask without end.
 */
final class Tracker implements Load.Person {

  static final String STEP = "track by code";
  static final String QUEUE = "an agency's queue";

  private static final int FROM_ONE_ADDRESS = 25;

  private final Callable<KeptConnection> newAddress;
  private final LoadedDossiers dossiers;
  private final Random random;
  private LightBrowser browser;
  private int asked;

  /**
   * @param newAddress a connection that begins at another address each time
   */
  Tracker(Callable<KeptConnection> newAddress, LoadedDossiers dossiers, Random random)
      throws Exception {
    this.newAddress = newAddress;
    this.dossiers = dossiers;
    this.random = random;
    move();
  }

  private void move() throws Exception {
    if (browser != null) browser.close();
    browser = LightBrowser.at("/track", newAddress.call());
    asked = 0;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    if (asked++ == FROM_ONE_ADDRESS) move();
    var code = LoadedDossiers.code(random.nextInt(Math.max(1, dossiers.count())));
    var page = timings.time(STEP, () -> browser.send("/track", "code=" + code + "&digits=0000"));
    if (!page.good().content().contains(code)) throw new IOException("Not found: " + code);
  }
}
