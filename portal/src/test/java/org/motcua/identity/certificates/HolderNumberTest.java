package org.motcua.identity.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.identity.AccountKind;

class HolderNumberTest {

  @Test
  void theSubjectSaysWhoseItIs() {
    assertThat(HolderNumber.parse("CMND:022190001234"))
        .contains(new HolderNumber(AccountKind.CITIZEN, "022190001234"));
    assertThat(HolderNumber.parse("CCCD: 022190001234"))
        .contains(new HolderNumber(AccountKind.CITIZEN, "022190001234"));
    assertThat(HolderNumber.parse("CMND:101234567"))
        .contains(new HolderNumber(AccountKind.CITIZEN, "101234567"));
    assertThat(HolderNumber.parse("MST:5700123454"))
        .contains(new HolderNumber(AccountKind.ENTERPRISE, "5700123454"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "022190001234", "CMND:", "CMND:12345", "MST:5700123455", "PASSPORT:B1234567"})
  void whatIsNoNumberOfOursSaysNothing(String text) {
    assertThat(HolderNumber.parse(text)).isEmpty();
  }
}
