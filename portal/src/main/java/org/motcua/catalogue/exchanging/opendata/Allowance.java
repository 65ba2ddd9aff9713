package org.motcua.catalogue.exchanging.opendata;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts requests of a minute by who sends them, on this node alone: a count that all nodes shared
 * would cost each request a write to the database, several times what most of these replies cost.
 */
final class Allowance {

  /** More senders than this within a minute share one count. */
  private static final int MOST_SENDERS = 200_000;

  private static final int SECONDS = 60;

  private volatile Minute current = new Minute(0);

  /** One request more of this sender, who may send so many a minute. */
  Standing take(String sender, int quota, Instant now) {
    var minute = minute(now.getEpochSecond() / SECONDS);
    var used = minute.count(sender);
    var untilNext = SECONDS - (int) Math.floorMod(now.getEpochSecond(), SECONDS);
    return new Standing(quota, Math.max(0, quota - used), untilNext, used <= quota);
  }

  private Minute minute(long number) {
    var known = current;
    if (known.number == number) return known;
    synchronized (this) {
      if (current.number != number) current = new Minute(number);
      return current;
    }
  }

  /**
   * @param left how many are left until then
   * @param seconds until there are as many again as at first
   */
  record Standing(int quota, int left, int seconds, boolean allowed) {}

  private static final class Minute {
    private final long number;
    private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    Minute(long number) {
      this.number = number;
    }

    int count(String sender) {
      var key = counts.size() < MOST_SENDERS || counts.containsKey(sender) ? sender : "";
      return counts.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
    }
  }
}
