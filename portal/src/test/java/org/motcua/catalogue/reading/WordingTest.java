package org.motcua.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bước 2: Nộp hồ sơ         | 2 | Nộp hồ sơ",
        "b) Bước 2. Nộp hồ sơ      | 2 | Nộp hồ sơ",
        "Bước 2 – Nộp hồ sơ        | 2 | Nộp hồ sơ",
        "Bước 3: Nộp hồ sơ         | 2 | Bước 3: Nộp hồ sơ",
        "Nộp hồ sơ ở bước 2: xong  | 2 | Nộp hồ sơ ở bước 2: xong",
      })
  void aStepIsNotNumberedTwice(String text, int position, String shown) {
    assertThat(Wording.step(text, position)).isEqualTo(shown);
  }
}
