package org.motcua.benchmarks;

import java.util.List;

/** Somebody who goes through the pages of a form that is filled in, one after another. */
final class PageOpener implements Load.Person {

  static final String STEP = "open a page of the form";

  private final KeptConnection portal;
  private final String cookies;
  private final List<String> paths;
  private int next;

  PageOpener(KeptConnection portal, String cookies, List<String> paths) {
    this.portal = portal;
    this.cookies = "Cookie: " + cookies + "\r\n";
    this.paths = paths;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var path = paths.get(next++ % paths.size());
    timings.time(STEP, () -> portal.get(path, cookies).good());
  }
}
