package org.motcua.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does something at a steady pace, however slow the answers come: what had to wait for the one
 * before it has waited, too.
 */
final class Paced implements Load.Person {

  private final String step;
  private final Load.Person person;
  private final long pause;
  private long due;

  /**
   * @param step what it is counted as, from when it was due
   * @param first how long after the others it is due for the first time
   */
  private Paced(String step, Load.Person person, Duration pause, Duration first) {
    this.step = step;
    this.person = person;
    this.pause = pause.toNanos();
    this.due = System.nanoTime() + first.toNanos();
  }

  /** All of them together so many times a second, evenly. */
  static List<Paced> of(String step, List<? extends Load.Person> people, int aSecond) {
    var pause = Duration.ofSeconds(people.size()).dividedBy(aSecond);
    var paced = new ArrayList<Paced>();
    for (var n = 0; n < people.size(); n++) {
      var first = pause.multipliedBy(n).dividedBy(people.size());
      paced.add(new Paced(step, people.get(n), pause, first));
    }
    return paced;
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var wait = due - System.nanoTime();
    if (wait > 0) TimeUnit.NANOSECONDS.sleep(wait);
    person.doItOnce(timings);
    timings.record(step, System.nanoTime() - due);
    due += pause;
  }
}
