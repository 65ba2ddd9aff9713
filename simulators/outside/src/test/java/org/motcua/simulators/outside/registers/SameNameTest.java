package org.motcua.simulators.outside.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SameNameTest {

  @Test
  void capitalLettersAndSpacesDoNotMatter() {
    assertThat(SameName.of("Nguyễn Thị Mai", "  NGUYỄN  THỊ\u00a0MAI ")).isTrue();
  }

  @Test
  void lettersThatAreTakenApartAreTheSame() {
    var apart = Normalizer.normalize("Đỗ Thuỳ Dương", Normalizer.Form.NFD);
    assertThat(SameName.of("Đỗ Thuỳ Dương", apart)).isTrue();
  }

  @Test
  void aToneMarkMayStandOnEitherVowel() {
    assertThat(SameName.of("Đỗ Thuỳ Hoà", "Đỗ Thùy Hòa")).isTrue();
  }

  @Test
  void anApostropheIsAnApostrophe() {
    assertThat(SameName.of("H’Mơ Niê", "H'Mơ Niê")).isTrue();
  }

  @Test
  void aMissingMarkIsAnotherName() {
    assertThat(SameName.of("Vũ Thị Lan", "Vũ Thị Lân")).isFalse();
    assertThat(SameName.of("Trần Văn Hùng", "Trần Văn Hung")).isFalse();
    assertThat(SameName.of("Hoàng", "Hoãng")).isFalse();
  }
}
