package org.motcua.benchmarks;

import java.util.List;

/** Somebody who reads pages one after the other, signed in or not. */
final class PageReader implements Load.Person {

  private final Browser browser;
  private final List<String> paths;

  PageReader(Browser browser, List<String> paths) {
    this.browser = browser;
    this.paths = paths;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    for (var path : paths) timings.time(path, () -> browser.open(path));
  }
}
