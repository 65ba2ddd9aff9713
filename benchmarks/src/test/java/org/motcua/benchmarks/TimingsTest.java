package org.motcua.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {

  @Test
  void countsNothingBeforeMeasuringBeginsOrAfterItEnds() throws Exception {
    var timings = new Timings();
    timings.time("step", () -> "warm-up");
    timings.begin();
    timings.time("step", () -> "one");
    timings.time("step", () -> "two");
    timings.end();
    timings.time("step", () -> "late");

    assertThat(timings.count("step")).isEqualTo(2);
    assertThat(timings.countOfAll("step")).isEqualTo(4);
  }

  @Test
  void listsStepsInTheOrderTheyWereFirstTaken() throws Exception {
    var timings = new Timings();
    for (var step : new String[] {"submit", "accept", "submit"}) timings.time(step, () -> step);

    assertThat(timings.lines()).extracting(Timings.Line::step).containsExactly("submit", "accept");
  }
}
