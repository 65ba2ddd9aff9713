package org.motcua.identity.registers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.testing.MovableClock;

class BreakerTest {

  private final MovableClock clock = new MovableClock();
  private final Breaker breaker = new Breaker(clock);

  @BeforeEach
  void failsOnceLessThanItMay() {
    for (var time = 1; time < Breaker.FAILURES; time++) breaker.failed();
  }

  @Test
  void fewFailuresKeepNobodyOut() {
    assertThat(breaker.letsThrough()).isTrue();
  }

  @Test
  void afterFailuresInARowItIsLeftAloneForAWhile() {
    breaker.failed();
    assertThat(breaker.letsThrough()).isFalse();
  }

  @Test
  void anAnswerInBetweenBeginsTheCountAgain() {
    breaker.succeeded();
    breaker.failed();
    assertThat(breaker.letsThrough()).isTrue();
  }

  @Test
  void afterTheWhileOneTriesAndTheOthersWait() {
    breaker.failed();
    clock.advance(Breaker.PAUSE.plusSeconds(1));
    assertThat(breaker.letsThrough()).isTrue();
    assertThat(breaker.letsThrough()).isFalse();
    breaker.succeeded();
    assertThat(breaker.letsThrough()).isTrue();
  }

  @Test
  void ifItFailsStillTheWhileBeginsAnew() {
    breaker.failed();
    clock.advance(Breaker.PAUSE.plusSeconds(1));
    assertThat(breaker.letsThrough()).isTrue();
    breaker.failed();
    assertThat(breaker.letsThrough()).isFalse();
    clock.advance(Breaker.PAUSE.plusSeconds(1));
    assertThat(breaker.letsThrough()).isTrue();
  }
}
