package org.motcua.benchmarks;

import java.time.Duration;

/** Has the portal clear dead sign-ons away while others use it, and waits until none are left. */
final class SignOnClearing implements Load.Person {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final LoadedSignOns signOns;
  private volatile boolean underWay;
  private volatile double seconds = Double.NaN;

  SignOnClearing(LoadedSignOns signOns) {
    this.signOns = signOns;
  }

  boolean underWay() {
    return underWay;
  }

  /** How long it took; not a number while it has not been done. */
  double seconds() {
    return seconds;
  }

  /** Once, as soon as it is measured; then it only looks on. */
  @Override
  public void doItOnce(Timings timings) throws Exception {
    if (timings.measuring() && Double.isNaN(seconds)) clear();
    Thread.sleep(BETWEEN_LOOKS);
  }

  private void clear() throws Exception {
    underWay = true;
    var begun = System.nanoTime();
    signOns.clearNow();
    while (signOns.anyDead()) Thread.sleep(BETWEEN_LOOKS);
    seconds = (System.nanoTime() - begun) / 1e9;
    underWay = false;
  }
}
