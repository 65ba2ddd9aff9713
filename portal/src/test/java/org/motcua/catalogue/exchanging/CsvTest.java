package org.motcua.catalogue.exchanging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
