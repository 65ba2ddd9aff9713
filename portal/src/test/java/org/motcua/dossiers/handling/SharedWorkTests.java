package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several officers with one dossier: who has it in hand, who waits for whom, and until when. */
class SharedWorkTests extends DossiersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired DossierStore dossiers;
  @Autowired ChargeStore charges;
  @Autowired ApologyStore apologies;
  @Autowired Posts posts;

  private final CurrentUser reception = Officers.hongHaReception();
  private final CurrentUser specialist = Officers.hongHaSpecialist();
  private final CurrentUser leader = Officers.hongHaLeader();

  private CurrentUser mother = leader; // until she has handed something in

  @AfterEach
  void theLeaderIsNoSpecialistAnyMore() {
    posts.dismiss(leaderAs(Role.SPECIALIST), "test");
  }

  @Test
  void aLeaderGivesADossierToAnOfficerAndOnlyThatOneTakesItUp() {
    posts.appoint(leaderAs(Role.SPECIALIST), "test");
    var id = accepted();
    var given = as(leader).send(desk(id) + "/assignment", "officer", specialist.id().toString());
    assertThat(given).hasRedirectedUrl(desk(id) + "?done");

    assertThat(text(as(leader).send(desk(id) + "/handling"))).contains("hồ sơ này đang do");
    assertThat(as(specialist).send(desk(id) + "/handling")).hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
    assertThat(events(id))
        .containsExactly(Event.SUBMITTED, Event.ACCEPTED, Event.ASSIGNED, Event.TAKEN_UP);
  }

  @Test
  void nobodyIsGivenADossierWhoDoesNotHandleAny() {
    var id = accepted();
    var given = as(leader).send(desk(id) + "/assignment", "officer", reception.id().toString());
    assertThat(text(given)).contains("hãy chọn người xử lý trong danh sách");
    assertThat(text(as(reception).send(desk(id) + "/assignment", "officer", id.toString())))
        .contains("hãy chọn người xử lý trong danh sách");
    assertThat(dossier(id).handler()).isNull();
  }

  @Test
  void whatIsLaidDownIsTakenUpByAnother() {
    posts.appoint(leaderAs(Role.SPECIALIST), "test");
    var id = inProcess();
    assertThat(text(as(leader).send(desk(id) + "/preparation", "step", "1")))
        .contains("hồ sơ này đang do");
    as(specialist).send(desk(id) + "/release", "note", "Nghỉ phép");
    assertThat(dossier(id).handler()).isNull();
    assertThat(text(as(specialist).send(desk(id) + "/release"))).contains("Chưa thực hiện");

    as(leader).send(desk(id) + "/handling");
    assertThat(dossier(id).handler()).isEqualTo(new OfficerId(leader.id().value()));
    assertThat(text(as(mother).open(mine(id)))).doesNotContain("Nghỉ phép");
  }

  @Test
  void whatIsSentBackLiesWithTheOneWhoPreparedIt() {
    var id = inProcess();
    as(specialist).send(desk(id) + "/preparation", "step", "1");
    assertThat(dossier(id).handler()).isNull();
    as(leader).send(desk(id) + "/decision", "step", "2", "verdict", "back", "reason", "Sai ngày");
    assertThat(dossier(id).step()).isEqualTo(1);
    assertThat(dossier(id).handler()).isEqualTo(new OfficerId(specialist.id().value()));
  }

  @Test
  void whatHasToBePaidForWaitsAndItsClockStandsStill() {
    goTo(MONDAY, LocalTime.of(8, 0));
    var id = inProcess();
    var due = dossier(id).term().dueAt();
    goTo(MONDAY, LocalTime.of(9, 0));
    var demanded =
        as(specialist)
            .send(desk(id) + "/payment-request", "what", "Lệ phí quá hạn", "dong", "8.000");
    assertThat(demanded).hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.PAYMENT_REQUESTED);
    assertThat(charges.find(id).orElseThrow().total()).isEqualTo(24_000);
    assertThat(text(as(mother).open(mine(id)))).contains("24.000 đồng", "Lệ phí quá hạn");

    goTo(MONDAY.plusDays(1), LocalTime.of(9, 0));
    AtOnce.both(
        () -> as(reception).send(desk(id) + "/fee", "receipt", "BL-9"),
        () -> as(reception).send(desk(id) + "/fee", "receipt", "BL-9"));
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
    assertThat(dossier(id).term().dueAt()).isAfter(due);
    assertThat(events(id)).containsOnlyOnce(Event.FEE_SETTLED);
    assertThat(
            text(as(specialist).send(desk(id) + "/payment-request", "what", "Thêm", "dong", "1")))
        .contains("đã thu tiền");
  }

  @Test
  void anAmountHasToBeOne() {
    var id = inProcess();
    for (var dong : List.of("", "0", "-5", "mười nghìn", "1000000001", "99999999999999")) {
      var demanded =
          as(specialist).send(desk(id) + "/payment-request", "what", "Phí", "dong", dong);
      assertThat(text(demanded)).contains("từ 1 đến 1.000.000.000 đồng");
    }
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
  }

  @Test
  void aWithdrawalThatIsDeniedGoesOnWhereItWas() {
    var id = inProcess();
    as(mother).send(mine(id) + "/withdrawal");
    assertThat(text(as(reception).send(desk(id) + "/withdrawal-denial", "reason", " ")))
        .contains("hãy ghi lý do");
    as(reception).send(desk(id) + "/withdrawal-denial", "reason", "Đã ký");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
    assertThat(dossier(id).handler()).isEqualTo(new OfficerId(specialist.id().value()));
    assertThat(text(as(mother).open(mine(id)))).contains("Đã ký");
  }

  @Test
  void aNewAppointmentIsGivenOnce() {
    goTo(MONDAY, LocalTime.of(8, 0));
    var id = inProcess();
    assertThat(text(apologise(id, MONDAY))).contains("phải sau ngày hẹn cũ");
    assertThat(apologise(id, MONDAY.plusDays(3))).hasRedirectedUrl(desk(id) + "?done");
    assertThat(text(apologise(id, MONDAY.plusDays(4)))).contains("đã được hẹn lại một lần");

    var apology = apologies.find(id).orElseThrow();
    assertThat(apology.promisedAt()).isEqualTo(dossier(id).term().promisedAt());
    assertThat(apology.reason()).isEqualTo("Chờ xác minh");
    assertThat(text(as(mother).open(mine(id)))).contains("Chờ xác minh");
  }

  private MvcTestResult apologise(DossierId id, LocalDate day) {
    return as(specialist)
        .send(desk(id) + "/apology", "day", day.toString(), "reason", "Chờ xác minh");
  }

  @Test
  void aDossierMayBeStoppedWhileItWaitsForItsApplicant() {
    var id = inProcess();
    as(specialist).send(desk(id) + "/addition-request", "point:whole", "Thiếu giấy chứng sinh");
    as(leader)
        .send(desk(id) + "/decision", "step", "1", "verdict", "stop", "reason", "Quá 30 ngày");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.STOPPED);
  }

  private DossierId accepted() {
    mother = births.mother();
    var id = submittedBy(mother);
    as(reception).send(desk(id) + "/acceptance");
    return id;
  }

  private DossierId inProcess() {
    var id = accepted();
    as(specialist).send(desk(id) + "/handling");
    return id;
  }

  private Post leaderAs(Role role) {
    var agency = posts.postsOf(new OfficerId(leader.id().value())).getFirst().agency();
    return new Post(new OfficerId(leader.id().value()), new AgencyId(agency.value()), role);
  }

  private List<Event> events(DossierId id) {
    return dossiers.historyOf(id).stream().map(entry -> entry.event()).toList();
  }
}
