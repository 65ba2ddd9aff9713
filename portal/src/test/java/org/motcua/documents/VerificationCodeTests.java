package org.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class VerificationCodeTests {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final VerificationCode code = VerificationCode.next();

  @Test
  void isReadAsItIsPrinted() {
    assertThat(code.toString()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
    assertThat(VerificationCode.parse(code.toString())).contains(code);
  }

  @Test
  void isReadAsPeopleTypeIt() {
    var typed =
        " " + code.toString().toLowerCase().replace('-', ' ').replace('0', 'o').replace('1', 'l');
    assertThat(VerificationCode.parse(typed)).contains(code);
  }

  @Test
  void anyOneWrongCharacterIsNoticed() {
    for (var place = 0; place < VerificationCode.length(); place++) {
      for (var other : ALPHABET.toCharArray()) {
        if (code.value().charAt(place) == other) continue;
        var typed = new StringBuilder(code.value());
        typed.setCharAt(place, other);
        assertThat(VerificationCode.parse(typed.toString())).isEmpty();
      }
    }
  }

  @Test
  void anyTwoExchangedCharactersAreNoticed() {
    for (var one = 0; one < VerificationCode.length(); one++) {
      for (var other = one + 1; other < VerificationCode.length(); other++) {
        if (code.value().charAt(one) == code.value().charAt(other)) continue;
        var typed = new StringBuilder(code.value());
        typed.setCharAt(one, code.value().charAt(other));
        typed.setCharAt(other, code.value().charAt(one));
        assertThat(VerificationCode.parse(typed.toString())).isEmpty();
      }
    }
  }

  @Test
  void noTwoAreAlike() {
    var codes = new HashSet<VerificationCode>();
    for (var i = 0; i < 10_000; i++) codes.add(VerificationCode.next());
    assertThat(codes).hasSize(10_000);
  }

  @Test
  void whatIsNoCodeIsNotTakenForOne() {
    assertThat(VerificationCode.parse("")).isEmpty();
    assertThat(VerificationCode.parse("đây không phải mã")).isEmpty();
    assertThat(VerificationCode.parse(code + "0")).isEmpty();
  }
}
