package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Visitor;

/** Wrong tries must slow down who makes them, not who is attacked. */
class LockOutOfOthersTests extends AttackTest {

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

  private Visitor guess(String address) {
    return visitor()
        .from(address)
        .opens("/sign-in")
        .submits("/sign-in", "name", MAI, "password", "a guess");
  }
}
