package org.motcua.platform.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NeverGivesUpTest {

  @Test
  void theWaitGrowsUntilItIsTenMinutes() {
    assertThat(NeverGivesUp.waitAfter(1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(NeverGivesUp.waitAfter(4)).isEqualTo(Duration.ofSeconds(16));
    assertThat(NeverGivesUp.waitAfter(9)).isEqualTo(Duration.ofSeconds(512));
    assertThat(NeverGivesUp.waitAfter(10)).isEqualTo(Duration.ofMinutes(10));
    assertThat(NeverGivesUp.waitAfter(1_000)).isEqualTo(Duration.ofMinutes(10));
  }
}
