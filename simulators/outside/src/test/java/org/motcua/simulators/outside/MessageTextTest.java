package org.motcua.simulators.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.simulators.outside.MessageText.Piece.Code;
import org.motcua.simulators.outside.MessageText.Piece.Link;
import org.motcua.simulators.outside.MessageText.Piece.Plain;

class MessageTextTest {

  @Test
  void aCodeOfSixDigitsStandsOut() {
    assertThat(MessageText.pieces("Mã 123456, hết hạn sau 5 phút"))
        .containsExactly(new Plain("Mã "), new Code("123456"), new Plain(", hết hạn sau 5 phút"));
  }

  @Test
  void longerNumbersAreNoCodes() {
    assertThat(MessageText.pieces("0912000001")).containsExactly(new Plain("0912000001"));
  }

  @Test
  void theDateWithinADossierCodeIsNoCode() {
    assertThat(MessageText.pieces("H49.12.03-261121-0001"))
        .containsExactly(new Plain("H49.12.03-261121-0001"));
  }

  @Test
  void aLinkEndsBeforeTheSentenceDoes() {
    assertThat(MessageText.pieces("Xem http://localhost:8080/track."))
        .containsExactly(
            new Plain("Xem "), new Link("http://localhost:8080/track"), new Plain("."));
  }
}
