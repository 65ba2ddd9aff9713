package org.motcua.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final String FORMER = key(1);
  private static final String PRESENT = key(2);
  private static final byte[] SECRET = "bí mật".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void whatAFormerKeyHasSealedOpensAfterTheKeyWasExchanged() {
    var sealedBefore = vault(FORMER).seal(SECRET);

    assertThat(vault(PRESENT, FORMER).open(sealedBefore)).isEqualTo(SECRET);
  }

  @Test
  void theKeyInUseAloneSeals() {
    var sealed = vault(PRESENT, FORMER).seal(SECRET);

    assertThat(vault(PRESENT).open(sealed)).isEqualTo(SECRET);
    assertThatThrownBy(() -> vault(FORMER).open(sealed)).hasMessageContaining("not known");
  }

  @Test
  void whatWasChangedOpensWithNoKey() {
    var sealed = vault(PRESENT).seal(SECRET);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> vault(PRESENT, FORMER).open(sealed)).hasMessageContaining("damaged");
  }

  @Test
  void hashesByFormerKeysCanStillBeFound() {
    var kept = vault(FORMER).mac("codes", "12345");

    assertThat(vault(PRESENT, FORMER).macs("codes", "12345").getLast()).isEqualTo(kept);
    assertThat(vault(PRESENT, FORMER).mac("codes", "12345")).isNotEqualTo(kept);
  }

  @Test
  void aKeyThatIsMadeAtFirstStartServesAtEveryLaterOne() {
    var sealed = new Vault("", List.of(), folder).seal(SECRET);

    assertThat(new Vault("", List.of(""), folder).open(sealed)).isEqualTo(SECRET);
  }

  @Test
  void aKeyOfAnotherLengthIsToldAtTheStart() {
    assertThatThrownBy(() -> vault("c2hvcnQ=")).hasMessageContaining("motcua.master-key");
    assertThatThrownBy(() -> vault(PRESENT, "c2hvcnQ="))
        .hasMessageContaining("motcua.former-master-keys");
  }

  private Vault vault(String key, String... former) {
    return new Vault(key, List.of(former), folder);
  }

  private static String key(int fill) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
