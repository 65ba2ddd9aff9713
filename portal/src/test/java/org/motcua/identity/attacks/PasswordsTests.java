package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;

/** A password is taken as it is typed, and may be long. */
class PasswordsTests extends AttackTest {

  @Test
  void nothingIsCutOffOrMadeSmall() {
    for (var nearly : new String[] {"motcua@2020", PASSWORD + " ", PASSWORD.substring(0, 10)}) {
      var mai = visitor().opens("/sign-in");
      mai.submits("/sign-in", "name", MAI, "password", nearly);
      assertThat(mai.location()).as(nearly).isEmpty();
    }
    assertThat(visitor().signsIn(MAI, PASSWORD, PHONE).location()).isEqualTo("/my");
  }

  @Test
  void aWholeSentenceMayBeOne() {
    var sentence =
        "Sáng ra bờ suối, tối vào hang, cháo bẹ rau măng vẫn sẵn sàng. Bàn đá chông chênh dịch sử";
    assertThat(sentence).hasSizeGreaterThan(64);
    var phone = "+84912404141";
    Phones.clear(phone);
    var newcomer = visitor().from("198.51.100.99").opens("/register");
    newcomer.submits(
        "/register",
        "numberKind",
        "citizenId",
        "number",
        "022199414141",
        "fullName",
        "Đặng Thị Nhu",
        "born.day",
        "4",
        "born.month",
        "4",
        "born.year",
        "1999",
        "gender",
        "FEMALE",
        "phone",
        phone,
        "password",
        sentence);
    newcomer.follows().submits("/sign-in/code", "code", Phones.awaitCode(phone));
    assertThat(newcomer.location()).isEqualTo("/my");
    var cut = visitor().from("198.51.100.98").opens("/sign-in");
    cut.submits("/sign-in", "name", "022199414141", "password", sentence.substring(0, 72));
    assertThat(cut.location()).as("the first 72 signs alone").isEmpty();
  }
}
