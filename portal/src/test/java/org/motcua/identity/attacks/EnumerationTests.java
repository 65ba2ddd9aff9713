package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Statements;
import org.motcua.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has an account is nobody's business. */
class EnumerationTests extends AttackTest {

  @Autowired MeterRegistry meters;

  @Test
  void aWrongPasswordIsAnsweredInTheSameWordsWhetherTheAccountExists() {
    var known = wrongPassword(MAI, "198.51.100.31");
    var unknown = wrongPassword(NOBODY, "198.51.100.32");
    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(words(known, MAI)).isEqualTo(words(unknown, NOBODY));
  }

  @Test
  void aWrongPasswordCostsAsManyHashesWhetherTheAccountExists() {
    assertThat(hashesOf(() -> wrongPassword(MAI, "198.51.100.33")))
        .isEqualTo(hashesOf(() -> wrongPassword(NOBODY, "198.51.100.34")))
        .isPositive();
    assertThat(hashesOf(() -> wrongPassword("2213004567", "198.51.100.35")))
        .as("ten digits, a social-insurance number or a tax code")
        .isEqualTo(hashesOf(() -> wrongPassword("2213004568", "198.51.100.36")));
    assertThat(hashesOf(() -> wrongPassword("0912000001", "198.51.100.37")))
        .as("a phone")
        .isEqualTo(hashesOf(() -> wrongPassword("0912999999", "198.51.100.38")));
    assertThat(hashesOf(() -> wrongPassword("hongha.leader", "198.51.100.39")))
        .as("an officer")
        .isEqualTo(hashesOf(() -> wrongPassword("hongha.nobody", "198.51.100.40")));
  }

  @Test
  void aWrongPasswordAsksTheSameOfTheDatabaseWhetherTheAccountExists() {
    var known = Statements.of(() -> wrongPassword(MAI, "198.51.100.51"));
    var unknown = Statements.of(() -> wrongPassword(NOBODY, "198.51.100.52"));
    assertThat(known).contains("commit").isEqualTo(unknown);
    assertThat(Statements.of(() -> wrongPassword("2213004567", "198.51.100.53")))
        .as("ten digits, where several may be meant")
        .isEqualTo(Statements.of(() -> wrongPassword("2213004568", "198.51.100.54")));
    assertThat(Statements.of(() -> wrongPassword("hongha.leader", "198.51.100.55")))
        .as("an officer")
        .isEqualTo(Statements.of(() -> wrongPassword("hongha.nobody", "198.51.100.56")));
  }

  @Test
  void aSecondWrongPasswordAsksTheSameToo() {
    wrongPassword(MAI, "198.51.100.57");
    wrongPassword(NOBODY, "198.51.100.58");
    assertThat(Statements.of(() -> wrongPassword(MAI, "198.51.100.57")))
        .isEqualTo(Statements.of(() -> wrongPassword(NOBODY, "198.51.100.58")));
  }

  /** A browser that is somebody's is looked for among those of the accounts that are meant. */
  @Test
  void fromABrowserThatSomebodyCallsHisOwnItAsksTheSameToo() {
    var own = visitor().from("198.51.100.59").signsIn("2213004567", PASSWORD, "+84912000003");
    own.opens("/my").submits("/sign-out");
    own.opens("/sign-in");
    assertThat(Statements.of(() -> own.submits("/sign-in", "name", MAI, "password", "wrong")))
        .isEqualTo(
            Statements.of(() -> own.submits("/sign-in", "name", NOBODY, "password", "wrong")));
  }

  @Test
  void manyWrongPasswordsAreSlowedDownAlike() {
    for (var tries = 0; tries < 5; tries++) {
      var known = wrongPassword(MAI, "198.51.100.41");
      var unknown = wrongPassword(NOBODY, "198.51.100.42");
      assertThat(known.status()).isEqualTo(unknown.status());
      assertThat(words(known, MAI)).isEqualTo(words(unknown, NOBODY));
    }
  }

  @Test
  void registeringTellsNothingBeforeTheCodeAndCostsTheSame() {
    var known = new Visitor[1];
    var unknown = new Visitor[1];
    assertThat(hashesOf(() -> known[0] = registers(MAI, "27", "3", "1990", "0912 345 671")))
        .isEqualTo(
            hashesOf(() -> unknown[0] = registers(NOBODY, "1", "1", "1999", "0912 345 671")));
    assertThat(known[0].location()).isEqualTo(unknown[0].location()).isEqualTo("/sign-in/code");
    assertThat(words(known[0].follows(), MAI)).isEqualTo(words(unknown[0].follows(), NOBODY));
  }

  private Visitor wrongPassword(String name, String address) {
    return visitor()
        .from(address)
        .opens("/sign-in")
        .submits("/sign-in", "name", name, "password", "not the password");
  }

  private Visitor registers(String number, String day, String month, String year, String phone) {
    return visitor()
        .from("198.51.100.43")
        .opens("/register")
        .submits(
            "/register",
            "numberKind",
            "citizenId",
            "number",
            number,
            "fullName",
            "Nguyễn Thị Mai",
            "born.day",
            day,
            "born.month",
            month,
            "born.year",
            year,
            "gender",
            "FEMALE",
            "phone",
            phone,
            "password",
            "một buổi sáng có mây");
  }

  private double hashesOf(Runnable what) {
    var before = hashes();
    what.run();
    return hashes() - before;
  }

  private double hashes() {
    return meters.get("motcua.password.hash").timer().count();
  }

  /** The page but for what was typed and what is random. */
  private static String words(Visitor visitor, String typed) {
    return visitor
        .page()
        .replace(typed, "(typed)")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
  }
}
