package org.motcua.simulators.outside.bank;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTextTest {

  private static final String START =
      "00020101021238540010A00000072701240006970499011037001002000208QRIBFTTA5303704";

  @Test
  void whatACodeSays() {
    var text = START + "54061350005802VN62180814MC0123456789AB6304";
    assertThat(QrText.read(" " + text + checksum(text) + "\n"))
        .contains(new QrText("970499", "3700100200", 135_000, "MC0123456789AB"));
    var anySum = START + "5802VN6304";
    assertThat(QrText.read(anySum + checksum(anySum)))
        .contains(new QrText("970499", "3700100200", 0, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0002", "hello there, no code", "000201010212630400"})
  void whatIsNoCodeIsNone(String text) {
    assertThat(QrText.read(text)).isEqualTo(Optional.empty());
  }

  @Test
  void oneLetterReadWronglyIsFound() {
    var text = START + "54061350005802VN62180814MC0123456789AB6304";
    var code = text + checksum(text);
    for (var at = 0; at < text.length() - 4; at++) {
      var wrong = code.charAt(at) == '7' ? '8' : '7';
      assertThat(QrText.read(code.substring(0, at) + wrong + code.substring(at + 1))).isEmpty();
    }
  }

  /** Reckoned another way than by the class under test: by a polynomial's long division. */
  static String checksum(String text) {
    var rest = 0xFFFFL;
    for (var octet : text.getBytes(US_ASCII)) {
      for (var bit = 7; bit >= 0; bit--) {
        var out = (rest >> 15 & 1) ^ (octet >> bit & 1);
        rest = rest << 1 & 0xFFFF;
        if (out == 1) rest ^= 0x1021;
      }
    }
    return "%04X".formatted(rest);
  }
}
