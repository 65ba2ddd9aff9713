package org.motcua.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Virtual people, each doing one thing after another without a pause, until the time is up. The
 * first seconds warm the portal up and are not counted.
 */
final class Load {

  private final DatabaseServer database;
  private final Duration warmUp;
  private final Duration measured;

  Load(DatabaseServer database, Duration warmUp, Duration measured) {
    this.database = database;
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /** Something that one virtual person does again and again. */
  interface Person {
    void doItOnce(Timings timings) throws Exception;
  }

  /**
   * @param seconds how long was measured in fact
   * @param used the processor time of those seconds
   * @param failures what went wrong, warm-up included; a good run has none
   */
  record Result(Timings timings, double seconds, ProcessorTime used, List<Exception> failures) {
    double perSecond(String step) {
      return timings.count(step) / seconds;
    }

    /** How long a step took. */
    Timings.Line line(String step) {
      return timings.lines().stream()
          .filter(line -> line.step().equals(step))
          .findFirst()
          .orElseGet(() -> new Timings.Line(step, 0, Double.NaN, Double.NaN, Double.NaN));
    }
  }

  Result run(List<? extends Person> people) throws InterruptedException, IOException {
    var timings = new Timings();
    var failures = new ConcurrentLinkedQueue<Exception>();
    var end = new AtomicLong(Long.MAX_VALUE);
    // Few people, who wait for sockets: that costs threads of the system half of virtual ones.
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (var person : people) {
        threads.execute(() -> live(person, timings, failures, end));
      }
      Thread.sleep(warmUp);
      timings.begin();
      var usedBefore = ProcessorTime.soFar(database);
      var begun = System.nanoTime();
      Thread.sleep(measured);
      timings.end();
      var seconds = (System.nanoTime() - begun) / 1e9;
      var used = ProcessorTime.soFar(database).since(usedBefore);
      end.set(0);
      threads.shutdown(); // what has begun is carried to its end, uncounted
      return new Result(timings, seconds, used, List.copyOf(failures));
    }
  }

  private static void live(
      Person person, Timings timings, ConcurrentLinkedQueue<Exception> failures, AtomicLong end) {
    while (System.nanoTime() - end.get() < 0 && failures.size() < 10) {
      try {
        person.doItOnce(timings);
      } catch (Exception e) {
        failures.add(e);
      }
    }
  }
}
