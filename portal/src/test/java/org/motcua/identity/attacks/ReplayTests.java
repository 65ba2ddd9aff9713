package org.motcua.identity.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.motcua.testing.Phones;

/** What has served once serves no more. */
class ReplayTests extends AttackTest {

  @Test
  void aCodeThatHasServedOpensNothingAfterItsEcho() {
    var mai = atTheCode();
    var code = Phones.awaitCode(PHONE);
    var replay = mai.copy();
    assertThat(mai.submits("/sign-in/code", "code", code).location()).isEqualTo("/my");
    clock.advance(Duration.ofSeconds(61));
    replay.submits("/sign-in/code", "code", code);
    assertThat(replay.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void aCodeThatHasServedOpensNothingInAnotherBrowserEvenAtOnce() {
    var mai = atTheCode();
    var code = Phones.awaitCode(PHONE);
    mai.submits("/sign-in/code", "code", code);
    var thief = visitor().from("198.51.100.80").opens("/sign-in");
    thief.submits("/sign-in/code", "code", code);
    assertThat(thief.opens("/my").location()).isEqualTo("/sign-in");
  }

  @Test
  void theEchoGivesNoSessionThatHasBeenSignedOutOf() {
    var mai = atTheCode();
    var code = Phones.awaitCode(PHONE);
    var replay = mai.copy();
    mai.submits("/sign-in/code", "code", code).follows().submits("/sign-out");
    replay.submits("/sign-in/code", "code", code);
    assertThat(replay.opens("/my").location()).isEqualTo("/sign-in");
  }
}
