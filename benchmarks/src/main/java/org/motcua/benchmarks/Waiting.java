package org.motcua.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Looks again and again, with a bound. */
final class Waiting {

  static <T> T until(Duration atMost, Duration between, String what, Supplier<Optional<T>> look)
      throws InterruptedException, TimeoutException {
    var end = System.nanoTime() + atMost.toNanos();
    while (true) {
      var found = look.get();
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > end) {
        throw new TimeoutException("No " + what + " within " + atMost.toSeconds() + " s");
      }
      Thread.sleep(between);
    }
  }

  private Waiting() {}
}
