package org.motcua.identity.accesses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.identity.Consents;
import org.motcua.identity.DataAccesses;
import org.motcua.identity.DataAccesses.Seen;
import org.motcua.identity.DataAccesses.Viewer;
import org.motcua.organisation.AgencyId;
import org.motcua.testing.Citizens;
import org.motcua.testing.FormToken;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
class AccessesTests {

  private static final AgencyId QUANG_NINH = new AgencyId("000.00.00.H49");
  private static final Viewer RECEPTION = new Viewer.Officer(Officers.hongHaReception().id());

  @Autowired MockMvcTester mvc;
  @Autowired MovableClock clock;
  @Autowired DataAccesses accesses;
  @Autowired Consents consents;
  @Autowired AccessRecords records;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void looksAtTheSameThingWithinAnHourCountAsOne() {
    var thing = dossier("H49-1");
    var before = records.looks(Citizens.hoa().id(), null, 100).size();
    accesses.record(thing, RECEPTION, QUANG_NINH, "dossiers.access.handling");
    accesses.record(thing, RECEPTION, QUANG_NINH, "dossiers.access.handling");
    assertThat(records.looks(Citizens.hoa().id(), null, 100)).hasSize(before + 1);
    clock.advance(Duration.ofMinutes(61));
    accesses.record(thing, RECEPTION, QUANG_NINH, "dossiers.access.handling");
    accesses.record(
        thing, new Viewer.Program("quangninh-portal"), QUANG_NINH, "dossiers.access.exchanging");
    assertThat(records.looks(Citizens.hoa().id(), null, 100)).hasSize(before + 3);
  }

  @Test
  void onesOwnLooksAreNobodysBusiness() {
    var own = new Viewer.Officer(Citizens.hoa().id());
    var before = records.looks(Citizens.hoa().id(), null, 100).size();
    accesses.record(dossier("H49-2"), own, QUANG_NINH, "dossiers.access.handling");
    assertThat(records.looks(Citizens.hoa().id(), null, 100)).hasSize(before);
  }

  @Test
  void thePageSaysWhoLookedAtWhatAndWhy() {
    accesses.record(dossier("H49-201122-7777"), RECEPTION, QUANG_NINH, "dossiers.access.handling");
    assertThat(mvc.get().uri("/my/account/accesses").with(SignedIn.as(Citizens.hoa())))
        .bodyText()
        .contains("H49-201122-7777", "Quảng Ninh", "giải quyết hồ sơ")
        .doesNotContain(Officers.hongHaReception().name());
    assertThat(mvc.get().uri("/my/account/accesses").with(SignedIn.as(Citizens.hung())))
        .bodyText()
        .doesNotContain("H49-201122-7777");
  }

  @Test
  void aConsentIsTakenBackOnlyByItsGiverAndOnlyWhereThatHasAnEffect() {
    var hoa = Citizens.hoa();
    give("client:some-portal", true);
    give("agency:000.00.00.H49", false);
    var given = records.consents(hoa.id(), null, 100);
    var withdrawable = given.stream().filter(KeptConsent::canBeWithdrawn).findFirst().orElseThrow();
    var lasting = given.stream().filter(it -> !it.canBeWithdrawn()).findFirst().orElseThrow();
    assertThat(consents.withdraw(Citizens.hung().id(), withdrawable.id())).isFalse();
    assertThat(consents.withdraw(hoa.id(), lasting.id())).isFalse();
    assertThat(consents.stands(hoa.id(), "client:x", "client:some-portal")).isTrue();

    assertThat(
            mvc.post()
                .uri("/my/account/consents/" + withdrawable.id() + "/withdrawal")
                .with(SignedIn.as(hoa))
                .with(FormToken.csrf()))
        .hasRedirectedUrl("/my/account/consents?withdrawn");
    assertThat(consents.stands(hoa.id(), "client:x", "client:some-portal")).isFalse();
    give("client:some-portal", true);
    assertThat(consents.stands(hoa.id(), "client:x", "client:some-portal"))
        .as("given anew")
        .isTrue();
  }

  private void give(String recipient, boolean withdrawable) {
    transaction.executeWithoutResult(
        status ->
            consents.give(
                new Consents.Given(
                    Citizens.hoa().id(),
                    "client:x",
                    recipient,
                    "dossiers.consent.what",
                    "dossiers.consent.why",
                    "H49-1",
                    withdrawable),
                Citizens.hoa().actor()));
  }

  private static Seen dossier(String code) {
    return new Seen(
        Citizens.hoa().id(), "dossier:" + UUID.randomUUID(), "dossiers.access.dossier", code);
  }
}
