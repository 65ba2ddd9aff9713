package org.motcua.identity.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.testing.CertificateAuthority;

class TrustedAuthoritiesTest {

  /** Nobody listens there: what is fetched is not had. */
  private static final String NOWHERE = "http://localhost:1";

  @TempDir Path folder;

  @Test
  void authoritiesAreReadFromAFolderSeveralToAFileOrEachInItsOwn() throws IOException {
    var one = new CertificateAuthority("Một");
    var two = new CertificateAuthority("Hai");
    Files.writeString(folder.resolve("one.pem"), one.rootPem() + one.issuingPem());
    Files.writeString(folder.resolve("two.pem"), two.rootPem());
    Files.writeString(folder.resolve("readme.txt"), "Các nhà cung cấp được công nhận");
    var known = authorities(false).known();
    assertThat(known.anchors())
        .extracting(anchor -> Certificates.name(anchor.getTrustedCert().getSubjectX500Principal()))
        .containsExactlyInAnyOrder("Root Một", "Root Hai");
    assertThat(known.between()).hasSize(1);
    assertThat(authorities(false).any()).isTrue();
  }

  @Test
  void whatIsNoCertificateIsToldByTheNameOfItsFileAndThePortalDoesNotBegin() throws IOException {
    Files.writeString(folder.resolve("good.pem"), new CertificateAuthority("Một").rootPem());
    Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nkhông phải\n");
    assertThatThrownBy(() -> authorities(false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("motcua.identity.trusted-authorities")
        .hasMessageContaining(folder.resolve("broken.pem").toString());
    Files.writeString(folder.resolve("broken.pem"), "");
    assertThatThrownBy(() -> authorities(false)).hasMessageContaining("broken.pem");
  }

  @Test
  void aFolderWithoutARootOrNoFolderAtAllIsTold() throws IOException {
    assertThatThrownBy(() -> authorities(false)).hasMessageContaining("holds the root certificate");
    Files.writeString(folder.resolve("issuing.pem"), new CertificateAuthority("Một").issuingPem());
    assertThatThrownBy(() -> authorities(false)).hasMessageContaining("holds the root certificate");
    assertThatThrownBy(() -> authorities(folder.resolve("nowhere").toString(), false))
        .hasMessageContaining("nowhere cannot be read");
  }

  @Test
  void theDemonstrationsAuthorityIsTrustedInTheDemonstrationOnly() throws IOException {
    assertThat(authorities("", true).any()).isTrue();
    assertThat(authorities("", true).known().anchors()).as("while it is away").isEmpty();
    assertThat(authorities("", false).any()).isFalse();
    Files.writeString(folder.resolve("one.pem"), new CertificateAuthority("Một").rootPem());
    assertThat(authorities(true).known().anchors()).as("without the demo's").hasSize(1);
  }

  private TrustedAuthorities authorities(boolean demo) {
    return authorities(folder.toString(), demo);
  }

  private static TrustedAuthorities authorities(String folder, boolean demo) {
    return new TrustedAuthorities(folder, demo, NOWHERE, new Fetching(), Clock.systemUTC());
  }
}
