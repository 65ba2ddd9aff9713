package org.motcua.simulators.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSecretTest {

  @TempDir Path folder;

  @Test
  void whatThePortalHasMadeIsUsed() throws Exception {
    Files.writeString(folder.resolve("bank.secret"), "made-by-the-portal\n");
    assertThat(new SharedSecret(folder).of("bank")).isEqualTo("made-by-the-portal");
  }

  @Test
  void otherwiseItIsMadeOnceForItsOwnerAlone() throws Exception {
    var inside = folder.resolve("new");
    var made = new SharedSecret(inside).of("bank");
    assertThat(made).hasSizeGreaterThanOrEqualTo(32);
    assertThat(new SharedSecret(inside).of("bank")).isEqualTo(made);
    assertThat(new SharedSecret(inside).of("other")).isNotEqualTo(made);
    assertThat(Files.getPosixFilePermissions(inside.resolve("bank.secret"))).hasSize(2);
    try (var files = Files.list(inside)) {
      assertThat(files).hasSize(2);
    }
  }
}
