package org.motcua.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {

  private static final LocalDate CEREMONY = LocalDate.of(2020, 12, 9);

  @Test
  void namesAgencyDayAndSerial() {
    assertThat(DossierCode.of("H49.12.03", CEREMONY, 1)).hasToString("H49.12.03-201209-0001");
    assertThat(DossierCode.of("H49.12.03", CEREMONY, 12_345)).hasToString("H49.12.03-201209-12345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "H49.12.03-201209-0001",
        " h49.12.03-201209-0001 ",
        "H49.12.03 - 201209 - 0001",
        "H49.12.03–201209–0001"
      })
  void isUnderstoodAsPeopleTypeIt(String typed) {
    assertThat(DossierCode.parse(typed)).contains(new DossierCode("H49.12.03-201209-0001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "H49", "H49-2012-0001", "H49-201209-1", "'; drop table", "H49-201209-0001x"})
  void isNotAnythingElse(String typed) {
    assertThat(DossierCode.parse(typed)).isEmpty();
    assertThatThrownBy(() -> new DossierCode(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofBefore2020IsReadTheOtherWayRound() {
    assertThat(new DossierCode("000.00.19.H26-201209-0001").otherWayRound())
        .contains(new DossierCode("H26.19-201209-0001"));
    assertThat(new DossierCode("H26.19-201209-0001").otherWayRound()).isEmpty();
  }
}
