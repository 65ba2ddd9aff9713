package org.motcua.bills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

  @Test
  void peopleAreShortenedAndEnterprisesAreNot() {
    assertThat(Masked.name("Nguyễn Thị Mai")).isEqualTo("N. T. Mai");
    assertThat(Masked.name(" Mai ")).isEqualTo("Mai");
    assertThat(Masked.name("Công ty TNHH Sao Vàng")).isEqualTo("Công ty TNHH Sao Vàng");
    assertThat(Masked.address("Số 5, đường Trần Phú, phường Hồng Gai, tỉnh Quảng Ninh"))
        .isEqualTo("phường Hồng Gai, tỉnh Quảng Ninh");
    assertThat(Masked.address("Hồng Gai, Quảng Ninh")).isEmpty();
  }
}
