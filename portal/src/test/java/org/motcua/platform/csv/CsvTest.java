package org.motcua.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void cellsWithCommasQuotesAndLinesAreQuoted() {
    assertThat(Csv.row("a", null, "b, c", "d \"e\"", "f\ng"))
        .isEqualTo("a,,\"b, c\",\"d \"\"e\"\"\",\"f\ng\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)"})
  void nothingIsAFormula(String text) {
    assertThat(Csv.row(text)).isEqualTo("'" + text + "\r\n");
  }

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
    assertThat(Csv.cell(said)).isEqualTo(written);
  }
}
