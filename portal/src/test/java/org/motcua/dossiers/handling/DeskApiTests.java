package org.motcua.dossiers.handling;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.dossiers.api.Programs.json;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.api.Programs;
import org.motcua.dossiers.api.Programs.Program;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;

class DeskApiTests extends DossiersTest {

  private static final String PATH = "/api/desk/dossiers";
  private static final String LAN =
      "{\"officer\": {\"name\": \"Lê Thị Lan\", \"title\": \"Cán bộ một cửa\"}%s}";
  private static final String ACCEPT = LAN.formatted("");
  private static final String STEP = LAN.formatted(", \"step\": 1, \"note\": \"Đủ điều kiện\"");
  private static final String APPROVE = LAN.formatted(", \"step\": 2, \"verdict\": \"APPROVE\"");

  @Autowired Programs programs;
  @Autowired DossierStore dossiers;

  private CurrentUser mother;
  private DossierId id;
  private String here = "";
  private Program system;

  @BeforeEach
  void aDossierAtHongHa() {
    mother = births.mother();
    id = submittedBy(mother);
    here = PATH + "/" + dossier(id).submittedCode();
    system = programs.ofAgency(Programs.QUANG_NINH, "dossiers.handle");
  }

  @Test
  void anAgencysSystemCarriesADossierToItsDecision() {
    assertThat(json(system.post(here + "/acceptance", ACCEPT)).get("status").asInt()).isEqualTo(2);
    assertThat(json(system.post(here + "/step", STEP)).get("step").asInt()).isEqualTo(2);
    var decided = system.post(here + "/decision", APPROVE);
    assertThat(decided).hasStatusOk();
    assertThat(json(decided).get("status").asInt()).isEqualTo(9);

    var seen = json(system.get(here));
    assertThat(seen.get("answers").get("child.givenName").asString()).isEqualTo("Bảo");
    assertThat(seen.get("history").valueStream().map(it -> it.get("event").asString()))
        .contains("ACCEPTED", "TAKEN_UP", "PREPARED", "APPROVED");
    var paper = seen.get("papers").get(0).get("href").asString();
    assertThat(system.get(paper)).hasStatusOk().hasContentType("application/pdf");
    assertThat(Clicks.text(as(Officers.hongHaReception()).open(desk(id)))).contains("Lê Thị Lan");
  }

  @Test
  void whatWasNotAskedForAtItsPlaceIsRefused() {
    var strange = LAN.formatted(", \"points\": [{\"target\": \"nonsense\", \"text\": \"x\"}]");
    assertThat(system.post(here + "/addition-request", strange)).hasStatus(422);
    assertThat(system.post(here + "/addition-request", ACCEPT)).hasStatus(422);

    var asked =
        LAN.formatted(
            ", \"points\": [{\"target\": \"paper:proof-of-birth\", \"text\": \"Ảnh mờ\"}]");
    assertThat(json(system.post(here + "/addition-request", asked)).get("status").asInt())
        .isEqualTo(5);
    var program = programs.of(mother);
    var mine = "/api/dossiers/" + id;
    assertThat(json(program.get(mine)).get("additions").get(0).get("text").asString())
        .isEqualTo("Ảnh mờ");
    var supplied = program.post(mine + "/additions", "{\"note\": \"Đã gửi lại\"}");
    assertThat(supplied).hasStatusOk();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(system.post(here + "/addition-request", asked)).hasStatus(409);
  }

  @Test
  void aResultIsSetRightAndTakenBack() {
    var right = ", \"answers\": {\"child.middleName\": \"%s\"}, \"reason\": \"Đánh máy sai\"";
    assertThat(system.post(here + "/correction", LAN.formatted(right.formatted("Minh"))))
        .hasStatus(409);
    system.post(here + "/acceptance", ACCEPT);
    system.post(here + "/step", STEP);
    system.post(here + "/decision", APPROVE);
    await().atMost(ofSeconds(60)).until(() -> dossier(id).result() != null);
    var former = Objects.requireNonNull(dossier(id).result());

    assertThat(system.post(here + "/correction", LAN.formatted(right.formatted("M1nh"))))
        .hasStatus(422);
    assertThat(system.post(here + "/correction", LAN.formatted(right.formatted("Minh"))))
        .hasStatusOk();
    await().atMost(ofSeconds(60)).until(() -> !former.equals(dossier(id).result()));
    assertThat(dossier(id).answers().text("child.middleName")).contains("Minh");

    var ground = ", \"ground\": \"ORDERED\", \"reason\": \"Bản án có hiệu lực\"";
    assertThat(system.post(here + "/revocation", LAN.formatted(ground))).hasStatus(422);
    var whole = ground + ", \"law\": \"Bản án số 1/2026/HC-ST\"";
    assertThat(system.post(here + "/revocation", LAN.formatted(whole))).hasStatusOk();
    assertThat(Clicks.text(as(mother).open(mine(id)))).contains("Kết quả đã bị thu hồi");
  }

  @Test
  void itIsRefusedWithReasonsOnly() {
    assertThat(system.post(here + "/refusal", ACCEPT)).hasStatus(422);
    var refusal = LAN.formatted(", \"reason\": \"Không thuộc thẩm quyền\"");
    assertThat(json(system.post(here + "/refusal", refusal)).get("status").asInt()).isEqualTo(3);
    var late = system.post(here + "/acceptance", ACCEPT);
    assertThat(late).hasStatus(409).hasContentTypeCompatibleWith("application/problem+json");
  }

  @Test
  void ofTwoAtOnceOneAccepts() {
    var both =
        AtOnce.both(
            () -> system.post(here + "/acceptance", ACCEPT),
            () -> system.post(here + "/acceptance", ACCEPT));
    assertThat(both.stream().map(it -> it.getResponse().getStatus()))
        .containsExactlyInAnyOrder(200, 409);
    var key = UUID.randomUUID().toString();
    var once =
        AtOnce.both(
            () -> system.post(here + "/step", STEP, key),
            () -> system.post(here + "/step", STEP, key));
    assertThat(once).allSatisfy(it -> assertThat(it).hasStatusOk());
  }

  @Test
  void theQueueIsPagedAndNarrowed() {
    submittedBy(births.mother());
    var agency = dossier(id).decidingAgency();
    var first = json(system.get(PATH + "?limit=1&agency=" + agency));
    assertThat(first.get("items")).hasSize(1);
    var next =
        json(
            system.get(
                PATH + "?limit=1&agency=" + agency + "&after=" + first.get("next").asString()));
    assertThat(next.get("items").get(0).get("code"))
        .isNotEqualTo(first.get("items").get(0).get("code"));
    var all =
        json(system.get(PATH + "?limit=200&status=1&service=birth-registration&agency=" + agency));
    assertThat(all.get("items").valueStream().map(it -> it.get("code").asString()))
        .contains(dossier(id).submittedCode().value());
    assertThat(
            json(system.get(PATH + "?limit=200&changedSince=2099-01-01T00:00:00Z&agency=" + agency))
                .get("items"))
        .isEmpty();
    assertThat(
            json(system.get(PATH + "?status=4&agency=" + agency + "&service=death-registration"))
                .get("items"))
        .isEmpty();
    assertThat(system.get(PATH + "?limit=0")).hasStatus(400);
    assertThat(system.get(PATH + "?agency=nonsense")).hasStatus(403);
  }

  @Test
  void anotherProvincesSystemFindsNothing() {
    var other = programs.ofAgency("000.00.00.H26", "dossiers.handle");
    assertThat(other.get(here)).hasStatus(404);
    assertThat(other.get(PATH + "?agency=" + dossier(id).decidingAgency())).hasStatus(403);
    for (var act : List.of("acceptance", "refusal", "step", "decision", "fee", "return")) {
      var body =
          act.equals("decision")
              ? APPROVE
              : LAN.formatted(", \"reason\": \"x\", \"takenBy\": \"y\"");
      assertThat(other.post(here + "/" + act, body)).as(act).hasStatus(404);
    }
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  @Test
  void theScopeTheKeyAndTheOfficerAreNeeded() {
    var reader = programs.ofAgency(Programs.QUANG_NINH, "dossiers.read");
    assertThat(reader.get(here)).hasStatus(403);
    assertThat(reader.post(here + "/acceptance", ACCEPT)).hasStatus(403);
    assertThat(system.post(here + "/acceptance", ACCEPT, null)).hasStatus(400);
    assertThat(system.post(here + "/acceptance", "{}")).hasStatus(422);
    assertThat(system.post(here + "/acceptance", "{\"officer\": 7}")).hasStatus(400);
    assertThat(system.post(here + "/decision", ACCEPT)).hasStatus(422);
    assertThat(system.post(here + "/decision", LAN.formatted(", \"verdict\": \"MAYBE\"")))
        .hasStatus(400);
    assertThat(system.post(here + "/return", ACCEPT)).hasStatus(422);
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  @Test
  void whatIsPaidAtTheAgencysOwnCashDeskIsKeptWithItsReceipt() {
    var paid = LAN.formatted(", \"receipt\": \"BL-0012\"");
    assertThat(system.post(here + "/fee", paid)).hasStatusOk();
    assertThat(system.post(here + "/fee", paid)).hasStatusOk();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(dossiers.historyOf(id))
        .filteredOn(entry -> entry.event() == Event.FEE_SETTLED)
        .singleElement()
        .satisfies(entry -> assertThat(entry.note()).isEqualTo("BL-0012"));
  }

  @Test
  void anActCostsFewStatements() {
    system.get(here);
    assertThat(Statements.of(() -> system.post(here + "/acceptance", ACCEPT)))
        .hasSizeLessThanOrEqualTo(14); // what tells the applicant among them
    assertThat(Statements.of(() -> system.post(here + "/step", STEP)))
        .hasSizeLessThanOrEqualTo(16); // whether others do the work just now among them
    assertThat(Statements.of(() -> system.post(here + "/decision", APPROVE)))
        .hasSizeLessThanOrEqualTo(20);
    assertThat(Statements.of(() -> system.get(PATH + "?limit=200"))).hasSizeLessThanOrEqualTo(2);
  }
}
