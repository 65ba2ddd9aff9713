package org.motcua.payments.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {

  @ParameterizedTest
  @CsvSource({
    "5, Năm đồng",
    "10, Mười đồng",
    "15, Mười lăm đồng",
    "21, Hai mươi mốt đồng",
    "24, Hai mươi tư đồng",
    "105, Một trăm linh năm đồng",
    "1000, Một nghìn đồng",
    "1005, Một nghìn không trăm linh năm đồng",
    "8000, Tám nghìn đồng",
    "11011, Mười một nghìn không trăm mười một đồng",
    "20000, Hai mươi nghìn đồng",
    "135000, Một trăm ba mươi lăm nghìn đồng",
    "1000001, Một triệu không trăm linh một đồng",
    "4234567, Bốn triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng",
    "2000000000, Hai tỷ đồng",
    "100000000000, Một trăm tỷ đồng",
    "1000000000000, Một nghìn tỷ đồng",
  })
  void sumsAreWrittenOut(long dong, String words) {
    assertThat(InWords.of(dong)).isEqualTo(words);
  }
}
