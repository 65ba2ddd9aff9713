package org.motcua.benchmarks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each step took, from when measuring begins until it ends. */
final class Timings {

  private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Map<String, Histogram> steps = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, AtomicLong> done = new ConcurrentHashMap<>();
  private volatile boolean measuring;

  void begin() {
    measuring = true;
  }

  void end() {
    measuring = false;
  }

  boolean measuring() {
    return measuring;
  }

  <T> T time(String step, Callable<T> work) throws Exception {
    histogram(step);
    var begun = System.nanoTime();
    var result = work.call();
    record(step, System.nanoTime() - begun);
    return result;
  }

  /** For who knows only afterwards which step it was, or when it was due. */
  void record(String step, long nanos) {
    done.computeIfAbsent(step, none -> new AtomicLong()).incrementAndGet();
    if (measuring) {
      histogram(step).recordValue(Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }
  }

  private Histogram histogram(String step) {
    return steps.computeIfAbsent(
        step, none -> new ConcurrentHistogram(LONGEST, SIGNIFICANT_DIGITS));
  }

  long count(String step) {
    var histogram = steps.get(step);
    return histogram == null ? 0 : histogram.getTotalCount();
  }

  /** How often it was done in all, measured or not. */
  long countOfAll(String step) {
    var all = done.get(step);
    return all == null ? 0 : all.get();
  }

  List<Line> lines() {
    synchronized (steps) {
      return steps.entrySet().stream()
          .map(step -> Line.of(step.getKey(), step.getValue()))
          .toList();
    }
  }

  /** Milliseconds. */
  record Line(String step, long count, double p50, double p99, double longest) {
    static Line of(String step, Histogram histogram) {
      return new Line(
          step,
          histogram.getTotalCount(),
          histogram.getValueAtPercentile(50) / 1000.0,
          histogram.getValueAtPercentile(99) / 1000.0,
          histogram.getMaxValue() / 1000.0);
    }
  }
}
