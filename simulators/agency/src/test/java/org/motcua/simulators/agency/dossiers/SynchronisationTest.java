package org.motcua.simulators.agency.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.simulators.agency.AgencySettings;
import org.motcua.simulators.agency.FakePortal;
import tools.jackson.databind.json.JsonMapper;

class SynchronisationTest {

  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  @TempDir Path folder;
  private FakePortal portal;

  @BeforeEach
  void open() throws IOException {
    portal = new FakePortal();
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void allPagesAreReadWithOneToken() {
    portal.holds(7);
    var synchronisation = province("motcua-demo-secret");
    synchronisation.synchronise();
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).isEmpty();
    assertThat(synchronisation.copy().dossiers()).hasSize(7);
    assertThat(synchronisation.copy().synchronisedAt()).isEqualTo(NOON);
    assertThat(portal.tokensGiven).isEqualTo(1);
    assertThat(portal.asked)
        .contains(
            "/api/dossiers?agency=000.00.00.H49&limit=3",
            "/api/dossiers?agency=000.00.00.H49&limit=3&after=H49.12.03-261121-0006");
  }

  @Test
  void aTokenThatThePortalNoLongerKnowsIsReplaced() {
    portal.holds(1);
    var synchronisation = province("motcua-demo-secret");
    synchronisation.synchronise();
    portal.forgetsTokens = true;
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).isEmpty();
    assertThat(portal.tokensGiven).isEqualTo(2);
  }

  @Test
  void theCopyIsBoundedAndSaysSo() {
    portal.holds(30);
    var synchronisation = province("motcua-demo-secret");
    synchronisation.synchronise();
    assertThat(synchronisation.copy().dossiers()).hasSize(12);
    assertThat(synchronisation.copy().more()).isTrue();
  }

  @Test
  void whatWasReadStaysWhenThePortalIsAway() {
    portal.holds(2);
    province("motcua-demo-secret").synchronise();
    portal.close();
    var afterRestart = province("motcua-demo-secret");
    afterRestart.synchronise();
    assertThat(afterRestart.trouble()).contains(new PortalTrouble.Unreachable());
    assertThat(afterRestart.copy().dossiers()).hasSize(2);
    assertThat(afterRestart.copy().synchronisedAt()).isEqualTo(NOON);
  }

  @Test
  void aWrongSecretIsToldAsARefusal() {
    var synchronisation = province("wrong");
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).contains(new PortalTrouble.Refused(401));
  }

  @Test
  void aMissingRightIsToldAsARefusal() {
    portal.failsWith = 403;
    var synchronisation = province("motcua-demo-secret");
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).contains(new PortalTrouble.Refused(403));
  }

  @Test
  void anErrorOfThePortalIsToldAsSuchAndGoesAway() {
    portal.failsWith = 503;
    var synchronisation = province("motcua-demo-secret");
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).contains(new PortalTrouble.Failing(503));
    portal.failsWith = 0;
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).isEmpty();
  }

  @Test
  void anAnswerOtherThanAgreedIsNotTakenForAnEmptyList() {
    portal.says = "{\"dossiers\":[]}";
    var synchronisation = province("motcua-demo-secret");
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).contains(new PortalTrouble.Unintelligible());
    portal.says = "<html>";
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).contains(new PortalTrouble.Unintelligible());
    portal.says = "{\"items\":[{\"code\":\"a\",\"status\":\"no number\"}]}";
    synchronisation.synchronise();
    assertThat(synchronisation.trouble()).contains(new PortalTrouble.Unintelligible());
  }

  @Test
  void aDamagedCopyIsMadeAnew() throws IOException {
    portal.holds(1);
    Files.writeString(folder.resolve("dossiers.json"), "{\"synchro");
    var synchronisation = province("motcua-demo-secret");
    assertThat(synchronisation.copy()).isEqualTo(Copy.NOTHING_YET);
    synchronisation.synchronise();
    assertThat(synchronisation.copy().dossiers()).hasSize(1);
  }

  private Synchronisation province(String secret) {
    var settings = settings(portal.address(), secret);
    var json = JsonMapper.builder().build();
    return new Synchronisation(
        new NationalPortal(settings, new DossierReader(json)),
        new CopyStore(settings, json),
        settings,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private AgencySettings settings(URI address, String secret) {
    return new AgencySettings(
        "000.00.00.H49", address, "quangninh-portal", secret, folder, Duration.ofSeconds(5), 3, 12);
  }
}
