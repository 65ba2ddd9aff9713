package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;

/** Somebody has the password and guesses the code. */
class CodeGuessingTests extends AttackTest {

  @Test
  void fiveGuessesMakeTheCodeWorthlessEvenIfTheSixthIsRight() {
    var thief = atTheCode();
    var code = Phones.awaitCode(PHONE);
    for (var guess = 0; guess < 5; guess++) thief.submits("/sign-in/code", "code", wrong(code));
    thief.submits("/sign-in/code", "code", code);
    assertThat(thief.page()).contains("Đã nhập sai 5 lần");
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void aNewPasswordCheckGivesNoMoreGuessesAtTheSameCode() {
    var thief = atTheCode();
    var code = Phones.awaitCode(PHONE);
    for (var guess = 0; guess < 5; guess++) thief.submits("/sign-in/code", "code", wrong(code));
    thief.opens("/sign-in").submits("/sign-in", "name", MAI, "password", PASSWORD);
    thief.opens("/sign-in/code").submits("/sign-in/code", "code", code);
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void anHourGivesNoMoreThanTenCodesToGuessFromHoweverManyBrowsersAsk() {
    var turnedAway = 0;
    for (var browser = 0; browser < 14; browser++) {
      var thief = visitor().from("198.51.100." + (60 + browser)).opens("/sign-in");
      thief.submits("/sign-in", "name", MAI, "password", PASSWORD).follows();
      if (!thief.page().contains("••• ••• 001")) turnedAway++;
    }
    assertThat(turnedAway).isEqualTo(4);
  }

  @Test
  void theCodeOfOneBrowserOpensNothingInAnotherThatKnowsThePasswordToo() {
    var owner = atTheCode();
    var ownersCode = Phones.awaitCode(PHONE);
    var thief = visitor().from("198.51.100.50").opens("/sign-in");
    thief.submits("/sign-in", "name", MAI, "password", PASSWORD).follows();
    var thiefsCode = Phones.awaitCode(PHONE);
    if (!ownersCode.equals(thiefsCode)) {
      thief.submits("/sign-in/code", "code", ownersCode);
      assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
    }
    assertThat(owner.submits("/sign-in/code", "code", ownersCode).location()).isEqualTo("/my");
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "111111" : "000000";
  }
}
