package org.motcua.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.identity.Gender;
import org.motcua.identity.model.PasswordRules.Fault;
import org.motcua.identity.model.PasswordRules.Strength;
import org.motcua.organisation.TaxCode;

class NumbersTest {

  @Test
  void aCitizenIdTellsGenderAndYear() {
    var mai = CitizenId.parse("022 190 001 234").orElseThrow();
    assertThat(mai.digits()).isEqualTo("022190001234");
    assertThat(mai.gender()).contains(Gender.FEMALE);
    assertThat(mai.fits(LocalDate.of(1990, 3, 27))).isTrue();
    assertThat(mai.fits(LocalDate.of(2090, 3, 27))).isFalse();
    assertThat(CitizenId.parse("001205000001").orElseThrow().fits(LocalDate.of(2005, 1, 1)))
        .isTrue();
  }

  @Test
  void anOldIdentityCardHasNineDigitsAndTellsNothing() {
    var old = CitizenId.parse("101234567").orElseThrow();
    assertThat(old.gender()).isEmpty();
    assertThat(old.fits(LocalDate.of(1950, 1, 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "003190001234", "0221900012345", "02219000123a"})
  void whatIsNotACitizenIdIsNotTakenForOne(String typed) {
    assertThat(CitizenId.parse(typed)).isEmpty();
  }

  @Test
  void aTaxCodeHasACheckDigitAndABranchThreeMore() {
    assertThat(TaxCode.parse("0100109106")).isPresent();
    assertThat(TaxCode.parse("0100109106-001").orElseThrow().digits()).isEqualTo("0100109106001");
    assertThat(TaxCode.parse("0100109107")).isEmpty();
    assertThat(TaxCode.parse("010010910")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0912 000 001", "+84 912 000 001", "0912.000.001", "84912000001"})
  void aPhoneIsKeptInOneFormHoweverTyped(String typed) {
    var phone = Phone.parse(typed).orElseThrow();
    assertThat(phone.international()).isEqualTo("+84912000001");
    assertThat(phone.local()).isEqualTo("0912 000 001");
    assertThat(phone.masked()).isEqualTo("••• ••• 001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "112", "abc", "0243 825 3536", "0912 000"})
  void whatReceivesNoMessagesIsNoPhone(String typed) {
    assertThat(Phone.parse(typed)).isEmpty();
  }

  @Test
  void whatIsTypedAtSignInIsFoundHoweverItIsWritten() {
    assertThat(TypedName.of(" 022.190-001 234 ").value()).isEqualTo("022190001234");
    assertThat(TypedName.of(" HongHa.Leader ").value()).isEqualTo("hongha.leader");
    assertThat(TypedName.of("2213004567").possibleAccounts()).isEqualTo(2);
    assertThat(TypedName.of("022190001234").possibleAccounts()).isEqualTo(1);
  }

  @Test
  void passwordsThatThievesTryFirstAreRefused() {
    assertThat(PasswordRules.check("1234567", "")).contains(Fault.TOO_SHORT);
    assertThat(PasswordRules.check("MatKhau123", "")).contains(Fault.COMMON);
    assertThat(PasswordRules.check("aaaaaaaaaa", "")).contains(Fault.COMMON);
    assertThat(PasswordRules.check("x022190001234", "022190001234")).contains(Fault.HOLDS_NUMBER);
    assertThat(PasswordRules.check("hanoi2020", "")).contains(Fault.COMMON);
    assertThat(PasswordRules.check("qwertyuiop[]", "")).contains(Fault.COMMON);
    assertThat(PasswordRules.strength("motcua2020")).isEqualTo(Strength.WEAK);
    assertThat(PasswordRules.strength("con thuyền trên vịnh")).isEqualTo(Strength.STRONG);
    assertThat(PasswordRules.check("con thuyền trên vịnh", "022190001234")).isEmpty();
  }
}
