package org.motcua.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmsPiecesTest {

  @Test
  void aPlainTextGoesInThePhonesAlphabetAt160SignsInOne() {
    var one = SmsPieces.of("a".repeat(160), 7);
    assertThat(one.inGsm()).isTrue();
    assertThat(one.joined()).isFalse();
    assertThat(one.all().getFirst()).hasSize(160);
    var two = SmsPieces.of("a".repeat(161), 7);
    assertThat(two.all()).extracting(piece -> piece.length).containsExactly(6 + 153, 6 + 8);
  }

  @Test
  void signsOfTheExtensionTakeTwoAndAreNotTornApart() {
    assertThat(SmsPieces.of("€", 7).all().getFirst()).containsExactly(0x1b, 0x65);
    assertThat(SmsPieces.of("@_$", 7).all().getFirst()).containsExactly(0, 0x11, 2);
    var torn = SmsPieces.of("a".repeat(152) + "€" + "a".repeat(20), 7);
    assertThat(torn.all().getFirst()).hasSize(6 + 152);
    assertThat(torn.all().getLast()).startsWith(5, 0, 3, 7, 2, 2, 0x1b, 0x65);
  }

  @Test
  void vietnameseGoesAsUcs2At70SignsInOneAnd67InAPiece() {
    var one = SmsPieces.of("ế".repeat(70), 7);
    assertThat(one.inGsm()).isFalse();
    assertThat(one.all()).hasSize(1);
    var long1 = "Hồ sơ H26.19-201209-0001 đã được tiếp nhận; dự kiến trả kết quả ngày 15/12/2026. ";
    var text = long1.repeat(3);
    var pieces = SmsPieces.of(text, 0x1fa);
    assertThat(pieces.all()).hasSize((text.length() + 66) / 67);
    assertThat(pieces.all().getFirst()).hasSize(6 + 134).startsWith(5, 0, 3, 0xfa, 4, 1);
    assertThat(joined(pieces)).isEqualTo(text);
  }

  @Test
  void aSignOfTwoSurrogatesIsNotTornApart() {
    var text = "ế".repeat(66) + "🏠" + "ế".repeat(10);
    var pieces = SmsPieces.of(text, 7);
    assertThat(pieces.all().getFirst()).hasSize(6 + 132);
    assertThat(joined(pieces)).isEqualTo(text);
  }

  @Test
  void whatNoPhoneCouldJoinIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SmsPieces.of("ế".repeat(67 * 256), 7));
  }

  private static String joined(SmsPieces pieces) {
    return pieces.all().stream()
        .map(piece -> Arrays.copyOfRange(piece, 6, piece.length))
        .map(piece -> new String(piece, StandardCharsets.UTF_16BE))
        .collect(Collectors.joining());
  }
}
