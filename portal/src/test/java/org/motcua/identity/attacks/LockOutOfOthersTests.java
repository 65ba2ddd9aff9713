package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Visitor;

/** Wrong tries must slow down who makes them, not who is attacked. */
class LockOutOfOthersTests extends AttackTest {

  private static final String OWN_PHONE = "0912000001";

  @Test
  void aStrangersWrongTriesElsewhereDoNotPauseTheOwner() {
    for (var tries = 0; tries < 6; tries++) guess("198.51.100.70");
    assertThat(guess("198.51.100.70").status()).as("the stranger").isEqualTo(429);
    assertThat(visitor().signsIn(MAI, PASSWORD, PHONE).location()).isEqualTo("/my");
  }

  @Test
  void triesFromManyAddressesAreSlowedDownButNotTheOwnerInABrowserOfHis() {
    var home = visitor().signsIn(MAI, PASSWORD, PHONE).follows();
    home.submits("/sign-out");
    clock.advance(Duration.ofMinutes(2));

    var answer = visitor();
    for (var tries = 0; tries < 40; tries++) answer = guess("198.51.101." + tries);
    assertThat(answer.status()).as("an address that has never tried before").isEqualTo(429);
    var thief = visitor().from("198.51.102.1").opens("/sign-in");
    thief.submits("/sign-in", "name", MAI, "password", PASSWORD);
    assertThat(thief.status()).as("even with the right password, from anywhere").isEqualTo(429);

    assertThat(home.signsIn(MAI, PASSWORD, PHONE).location()).as("at home").isEqualTo("/my");
  }

  /** That tries by one name slow down another would say that both are one person's. */
  @Test
  void anAccountIsGuessedAtNoMoreOftenForHavingSeveralNamesAndNobodySeesIt() {
    var home = visitor().signsIn(MAI, PASSWORD, PHONE).follows();
    home.submits("/sign-out");
    clock.advance(Duration.ofMinutes(2));
    for (var tries = 0; tries < 30; tries++) guess("198.51.103." + tries);

    for (var answer :
        List.of(
            triesByPhone("0912999999", "198.51.104.1", "a guess"),
            triesByPhone(OWN_PHONE, "198.51.104.2", "a guess"),
            triesByPhone(OWN_PHONE, "198.51.104.3", PASSWORD))) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.page()).contains("Bạn còn 4 lần thử");
    }
    home.opens("/sign-in").submits("/sign-in", "name", OWN_PHONE, "password", PASSWORD);
    assertThat(home.location()).as("at home").isEqualTo("/sign-in/code");
  }

  private Visitor triesByPhone(String phone, String address, String password) {
    return visitor()
        .from(address)
        .opens("/sign-in")
        .submits("/sign-in", "name", phone, "password", password);
  }

  private Visitor guess(String address) {
    return visitor()
        .from(address)
        .opens("/sign-in")
        .submits("/sign-in", "name", MAI, "password", "a guess");
  }
}
