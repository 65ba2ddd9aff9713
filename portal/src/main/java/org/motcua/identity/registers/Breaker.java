package org.motcua.identity.registers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares a register that fails, and people the waiting for it: after some failures in a row it is
 * left alone for a while, then a single call tries whether it is back.
 *
 * <p>Each node finds out for itself: it costs a few calls and needs no word between nodes.
 */
final class Breaker {

  static final int FAILURES = 5;
  static final Duration PAUSE = Duration.ofSeconds(30);

  private final Clock clock;
  private int failures;
  private Instant closedUntil = Instant.MIN;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Whoever is let through says afterwards how it went. */
  synchronized boolean letsThrough() {
    if (failures < FAILURES) return true;
    var now = clock.instant();
    if (now.isBefore(closedUntil)) return false;
    // This one tries; the others wait for what it finds, but not for ever.
    closedUntil = now.plus(PAUSE);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    if (failures >= FAILURES) closedUntil = clock.instant().plus(PAUSE);
  }
}
