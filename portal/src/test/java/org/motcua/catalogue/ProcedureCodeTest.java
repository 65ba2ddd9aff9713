package org.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureCodeTest {

  @Test
  void aMinistrysCodeIsItsOwnNationalCode() {
    var code = new ProcedureCode("1.001193");

    assertThat(code.isProvincial()).isFalse();
    assertThat(code.national()).isEqualTo(code);
  }

  @Test
  void aProvincesCopyKnowsTheProcedureItWasCopiedFrom() {
    var code = new ProcedureCode("1.000656.000.00.00.H29");

    assertThat(code.isProvincial()).isTrue();
    assertThat(code.national()).isEqualTo(new ProcedureCode("1.000656"));
  }

  @Test
  void spacesAroundATypedCodeDoNotMatter() {
    assertThat(ProcedureCode.parse(" 1.001193\n")).contains(new ProcedureCode("1.001193"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1001193", "1.00119", "1.0011934", "a.001193", "1.001193.H29", "1.001193'--"})
  void whatIsNoCodeIsRefused(String text) {
    assertThat(ProcedureCode.parse(text)).isEmpty();
    assertThatThrownBy(() -> new ProcedureCode(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
