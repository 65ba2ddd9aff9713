package org.motcua.payments.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayReportTest {

  /** A sheet takes a cell that begins so for a formula, and would reckon or open what it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '#',
      value = {
        "3511.0.1012345;3511.0.1012345",
        "=HYPERLINK(1);'=HYPERLINK(1)",
        "+84912345678;'+84912345678",
        "-2-3;'-2-3",
        "@SUM(A1);'@SUM(A1)",
        "a,b;\"a,b\"",
        "=\"x\";\"'=\"\"x\"\"\""
      })
  void whatOthersNameIsTextAndStaysInItsColumn(String said, String written) {
    assertThat(DayReport.cell(said)).isEqualTo(written);
  }
}
