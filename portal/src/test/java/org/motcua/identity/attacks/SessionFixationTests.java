package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;

/** A session that somebody planted, kept or found is worth nothing. */
class SessionFixationTests extends AttackTest {

  @Test
  void aPlantedSessionIsNotTheOneThatIsOpened() {
    var mai = visitor().opens("/my").follows();
    var planted = mai.session();
    var attacker = mai.copy();
    mai.submits("/sign-in", "name", MAI, "password", PASSWORD).follows();
    assertThat(attacker.opens("/my").location()).isEqualTo("/sign-in");
    mai.submits("/sign-in/code", "code", Phones.awaitCode(PHONE));
    assertThat(mai.session()).isNotEmpty().isNotEqualTo(planted);
    assertThat(attacker.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void signingInAnewGivesANewSession() {
    var mai = visitor().signsIn(MAI, PASSWORD, PHONE).follows();
    var first = mai.session();
    mai.submits("/sign-out");
    clock.advance(java.time.Duration.ofMinutes(2));
    mai.signsIn(MAI, PASSWORD, PHONE);
    assertThat(mai.session()).isNotEqualTo(first);
  }

  @Test
  void aSessionThatWasSignedOutOfOpensNothing() {
    var mai = visitor().signsIn(MAI, PASSWORD, PHONE).follows();
    var kept = mai.copy();
    mai.submits("/sign-out");
    assertThat(kept.opens("/my").location()).isEqualTo("/sign-in");
  }
}
