package org.motcua.simulators.outside.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAuthorityTest {

  private static final Holder MAI = new Holder.Person("Nguyễn Thị Mai", "022190001234");

  private final Clock clock = Clock.systemUTC();

  @TempDir Path folder;

  @Test
  void theAuthorityAndItsCertificatesOutliveARestart() {
    var authority = authority();
    var before = new Certificates(folder, authority, clock);
    var kept = before.issue(Certificates.newSerial(), MAI, Validity.years(1, clock.instant()));
    var lost = before.issue(Certificates.newSerial(), MAI, Validity.years(1, clock.instant()));
    before.revoke(lost.serial());

    var again = authority();
    assertThat(again.root()).isEqualTo(authority.root());
    assertThat(again.issuing()).isEqualTo(authority.issuing());
    var after = new Certificates(folder, again, clock);
    assertThat(after.findValid(MAI.number())).contains(kept);
    assertThat(after.find(lost.serial())).contains(before.find(lost.serial()).orElseThrow());
    assertThat(after.revocationList().getRevokedCertificate(lost.certificate())).isNotNull();
    assertThat(after.findCredential(kept.serial())).isPresent();
  }

  private Authority authority() {
    return new Authority(folder, URI.create("http://localhost:8091"), clock);
  }
}
