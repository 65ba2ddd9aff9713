package org.motcua.dossiers.coordinating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.Entrusted.State;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Posts;
import org.motcua.organisation.UnitCode;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A route of which the neighbouring ward does a step. */
class StepElsewhereTests extends DossiersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired DossierStore dossiers;
  @Autowired EntrustedStore entrusted;
  @Autowired Posts posts;
  @Autowired Organisation organisation;

  private final CurrentUser specialist = Officers.hongHaSpecialist();
  private final CurrentUser leader = Officers.hongHaLeader();
  private final CurrentUser neighbour = Officers.baiChayLeader();
  private DossierId id = DossierId.next();

  @BeforeEach
  void anEateryIsRegistered() {
    goTo(MONDAY, LocalTime.of(9, 0));
    var owner = births.mother();
    id = begin(owner, "coordinated");
    var here = unitOf(leader);
    var there = unitOf(neighbour);
    as(owner)
        .send(
            mine(id) + "/pages/eatery",
            "place.province",
            provinceOf(here),
            "place.district",
            districtOf(here),
            "place.commune",
            here,
            "place.street",
            "1 phố Chợ",
            "neighbour.province",
            provinceOf(there),
            "neighbour.district",
            districtOf(there),
            "neighbour.commune",
            there,
            "neighbour.street",
            "2 phố Chợ");
    assertThat(as(owner).send(mine(id) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(id) + "?submitted");
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(specialist).send(desk(id) + "/handling");
    assertThat(as(specialist).send(desk(id) + "/preparation", "step", "1"))
        .hasRedirectedUrl(desk(id) + "?done");
  }

  @Test
  void theStepGoesThereAndItsAnswerLeadsToTheNext() {
    var part = part();
    assertThat(part.agency().value())
        .isEqualTo(posts.postsOf(idOf(neighbour)).getFirst().agency().value());
    assertThat(part.hours()).isEqualTo(8);
    assertThat(text(as(leader).send(desk(id) + "/preparation", "step", "2")))
        .contains("đang làm một phần việc của bước này");
    assertThat(text(as(neighbour).open("/desk/entrusted"))).contains(part.id().toString());
    assertThat(text(as(neighbour).open("/desk/entrusted/" + part.id()))).contains("1 phố Chợ");

    assertThat(answer("AGREE", "Không có gì vướng")).hasStatus3xxRedirection();
    assertThat(dossier(id).step()).isEqualTo(3);
    var given = entrusted.find(part.id()).orElseThrow();
    assertThat(given.state()).isEqualTo(State.ANSWERED);
    assertThat(Objects.requireNonNull(given.ending()).words()).isEqualTo("Không có gì vướng");
    assertThat(text(as(leader).open(desk(id)))).contains("Không có gì vướng");
    assertThat(dossiers.historyOf(id))
        .extracting(HistoryEntry::event)
        .containsExactly(
            Event.SUBMITTED,
            Event.ACCEPTED,
            Event.TAKEN_UP,
            Event.PREPARED,
            Event.WORK_ENTRUSTED,
            Event.WORK_GIVEN_BACK);
    as(leader).send(desk(id) + "/decision", "step", "3", "verdict", "approve");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.FINISHED);
  }

  @Test
  void whatCouldNotBeDoneThereIsDoneHere() {
    assertThat(answer("DISAGREE", "Không thuộc phường")).hasStatus3xxRedirection();
    assertThat(dossier(id).step()).isEqualTo(2);
    assertThat(as(leader).send(desk(id) + "/preparation", "step", "2"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossier(id).step()).isEqualTo(3);
  }

  @Test
  void whatIsSentBackIsNoLongerTheirsAndComesToThemAgain() {
    var first = part();
    as(leader).send(desk(id) + "/decision", "step", "2", "verdict", "back", "reason", "Thiếu");
    assertThat(dossier(id).step()).isEqualTo(1);
    assertThat(entrusted.find(first.id()).orElseThrow().state()).isEqualTo(State.OVERTAKEN);
    as(specialist).send(desk(id) + "/preparation", "step", "1");
    assertThat(entrusted.listOf(id)).hasSize(2);
    assertThat(part().state()).isEqualTo(State.ASKED);
  }

  private Entrusted part() {
    return entrusted.listOf(id).getLast();
  }

  private MvcTestResult answer(String verdict, String words) {
    var address = "/desk/entrusted/" + part().id() + "/answer";
    return as(neighbour).send(address, "verdict", verdict, "words", words);
  }

  private static OfficerId idOf(CurrentUser officer) {
    return new OfficerId(officer.id().value());
  }

  private String unitOf(CurrentUser officer) {
    var agency = posts.postsOf(idOf(officer)).getFirst().agency();
    return Objects.requireNonNull(organisation.getAgency(agency).unit()).value();
  }

  private String provinceOf(String unit) {
    return organisation.provinceOf(new UnitCode(unit)).orElseThrow().code().value();
  }

  private String districtOf(String unit) {
    var found = organisation.getUnit(new UnitCode(unit));
    var parent = found.parent();
    return parent == null || parent.value().equals(provinceOf(unit)) ? "" : parent.value();
  }
}
