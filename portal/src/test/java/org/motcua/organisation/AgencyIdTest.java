package org.motcua.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyIdTest {

  @ParameterizedTest
  @CsvSource({
    "000.00.00.H49, H49",
    "000.00.19.H26, H26.19",
    "000.12.03.H49, H49.03.12",
    "001.02.03.H49, H49.03.02.001",
    "000.10.20.G09, G09.20.10"
  })
  void isWrittenTheOtherWayRoundSinceDecision20(String code, String decision20) {
    assertThat(new AgencyId(code).decision20()).isEqualTo(decision20);
    assertThat(AgencyId.parse(decision20)).contains(new AgencyId(code));
    assertThat(AgencyId.parse(code)).contains(new AgencyId(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "H", "h49", "000.00.00.H4", "00.00.H49", "H49.3", "H49.03.12.1", "a b"})
  void isNothingElse(String text) {
    assertThat(AgencyId.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new AgencyId(text));
  }

  @Test
  void sortsByTheLargestPartFirst() {
    assertThat(
            Stream.of("000.02.31.H49", "000.00.00.H50", "000.00.31.H49", "000.00.00.H49")
                .map(AgencyId::new)
                .sorted()
                .map(AgencyId::decision20))
        .containsExactly("H49", "H49.31", "H49.31.02", "H50");
  }
}
