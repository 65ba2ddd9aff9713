package org.motcua.bills.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditorTest {

  @Test
  void numbersAreTakenAsPeopleTypeThem() {
    assertThat(Creditor.FINES.number(" 2600101/QĐ-XPHC ")).contains("2600101");
    assertThat(Creditor.FINES.number("260 0101")).contains("2600101");
    assertThat(Creditor.FINES.number("26")).isEmpty();
    assertThat(Creditor.FINES.number("2600101; drop")).isEmpty();
    assertThat(Creditor.JUDICIAL.number("118/TB-TA")).contains("118");
    assertThat(Creditor.ELECTRICITY.number("pe01 000 123 456")).contains("PE01000123456");
    assertThat(Creditor.ELECTRICITY.number("XE01000123456")).isEmpty();
    assertThat(Creditor.WATER.number("qnw-0012345")).contains("QNW0012345");
    assertThat(Creditor.TAXES.number("5700123454")).contains("5700123454");
    assertThat(Creditor.TAXES.number("5700123455")).isEmpty(); // the check digit
    assertThat(Creditor.TAXES.number("022190001234")).contains("022190001234");
    assertThat(Creditor.INSURANCE.number("2213004567")).contains("2213004567");
  }
}
