package org.motcua.identity.signingin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class Argon2idTest {

  private final PasswordEncoder argon2 = Argon2id.onThisMachine();
  private final PasswordEncoder inJava = Argon2id.inJava();

  @Test
  void theLibraryIsUsedHere() {
    assertThat(argon2).isInstanceOf(Argon2id.class);
  }

  @Test
  void aPasswordFitsItsOwnHashOnly() {
    var hash = argon2.encode("Cầu Bãi Cháy 2020");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(argon2.matches("Cầu Bãi Cháy 2020", hash)).isTrue();
    assertThat(argon2.matches("Cau Bai Chay 2020", hash)).isFalse();
  }

  @Test
  void theSamePasswordIsHashedToSomethingElseEachTime() {
    assertThat(argon2.encode("MotCua@2020")).isNotEqualTo(argon2.encode("MotCua@2020"));
  }

  @Test
  void theLibraryAndJavaReadEachOthersHashes() {
    assertThat(inJava.matches("Hạ Long", argon2.encode("Hạ Long"))).isTrue();
    assertThat(argon2.matches("Hạ Long", inJava.encode("Hạ Long"))).isTrue();
  }

  @Test
  void aHashOfAnotherCostIsComparedAtItsOwn() {
    var dearer = new Argon2PasswordEncoder(16, 32, 2, 24 * 1024, 3).encode("MotCua@2020");

    assertThat(argon2.matches("MotCua@2020", dearer)).isTrue();
    assertThat(argon2.matches("MotCua@2021", dearer)).isFalse();
  }

  @Test
  void whatIsNoHashFitsNothing() {
    assertThat(argon2.matches("MotCua@2020", "plain")).isFalse();
  }
}
