package org.motcua.dossiers.coordinating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;
import static org.motcua.testing.FormToken.csrf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
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
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The ward asks its neighbour about a birth, or lets it do a part of the work. */
class CoordinatingTests extends DossiersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String QUESTION = "Trẻ đã được đăng ký khai sinh ở phường bạn chưa?";

  @Autowired DossierStore dossiers;
  @Autowired EntrustedStore entrusted;
  @Autowired Posts posts;
  @Autowired JdbcClient jdbc;

  private final CurrentUser reception = Officers.hongHaReception();
  private final CurrentUser specialist = Officers.hongHaSpecialist();
  private final CurrentUser leader = Officers.hongHaLeader();
  private final CurrentUser neighbour = Officers.baiChayLeader();
  private final CurrentUser neighboursReception = Officers.baiChayReception();
  private final UUID part = UUID.randomUUID();
  private String baiChay = "";
  private CurrentUser mother = leader; // until she has handed something in
  private DossierId id = DossierId.next();

  @BeforeEach
  void aBirthIsInProcess() {
    goTo(MONDAY, LocalTime.of(9, 0));
    baiChay = agencyOf(neighbour).value();
    mother = births.mother();
    id = submittedBy(mother);
    as(reception).send(desk(id) + "/acceptance");
    as(specialist).send(desk(id) + "/handling");
  }

  @Test
  void theNeighbourIsAskedSeesWhatItWasShownAndAnswers() {
    assertThat(text(as(specialist).open(desk(id)))).contains(desk(id) + "/entrusted");
    assertThat(text(as(specialist).open(desk(id) + "/entrusted")))
        .contains("Hỏi cơ quan nào?", "giay-chung-sinh.pdf");
    assertThat(ask("OPINION", "false")).hasRedirectedUrl(desk(id) + "?done");

    assertThat(text(as(neighbour).open("/desk/entrusted"))).contains("/desk/entrusted/" + part);
    var page = text(as(neighbour).open("/desk/entrusted/" + part));
    assertThat(page)
        .contains(QUESTION, mother.name(), "chỉ cho xem thông tin chung")
        .doesNotContain("child.familyName", "giay-chung-sinh.pdf", "Ngày sinh");
    assertThat(as(neighbour).open(desk(id))).hasStatus(404);

    assertThat(answer(neighbour, "AGREE", "Chưa đăng ký ở đây."))
        .hasRedirectedUrl("/desk/entrusted?answered");
    assertThat(text(as(specialist).open(desk(id))))
        .contains("Đã trả lời", "Đồng ý", "Chưa đăng ký ở đây.");
    assertThat(events())
        .containsExactly(
            Event.SUBMITTED,
            Event.ACCEPTED,
            Event.TAKEN_UP,
            Event.OPINION_ASKED,
            Event.OPINION_GIVEN);
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
    assertThat(dossier(id).step()).isEqualTo(1);
    await().untilAsserted(() -> assertThat(noticesOf(neighbour)).contains("entrusted_opinion"));
    await().untilAsserted(() -> assertThat(noticesOf(specialist)).contains("entrusted_answered"));
  }

  @Test
  void aPaperThatWasChosenIsShownAndNoOther() {
    var paper = dossier(id).attachments().getFirst().document().value();
    ask("OPINION", "false", "papers", paper.toString());
    var there = "/desk/entrusted/" + part + "/papers/";
    assertThat(text(as(neighbour).open("/desk/entrusted/" + part))).contains(there + paper);
    assertThat(as(neighbour).open(there + paper)).hasStatusOk();
    assertThat(as(neighbour).open(there + UUID.randomUUID())).hasStatus(404);
    assertThat(as(neighboursReception).open(there + paper)).hasStatus(404);

    answer(neighbour, "AGREE", "Đã xem");
    assertThat(as(neighbour).open(there + paper)).hasStatus(404);
  }

  @Test
  void theWholeIsShownWhereThatWasChosenAndEachOpeningIsTold() {
    ask("OPINION", "true");
    assertThat(text(as(neighbour).open("/desk/entrusted/" + part)))
        .contains("Trần", "giay-chung-sinh.pdf");
    assertThat(
            jdbc.sql("select why_key from identity.data_access where object = :it")
                .param("it", "dossier:" + id)
                .query(String.class)
                .list())
        .contains("dossiers.access.consulted");
  }

  @Test
  void theApplicantIsToldWhoWasAskedAndThePublicIsNot() {
    ask("OPINION", "false");
    answer(neighbour, "DISAGREE", "Ý kiến nội bộ");
    assertThat(text(as(mother).open(mine(id))))
        .contains("Lấy ý kiến cơ quan khác", "Phường Bãi Cháy")
        .doesNotContain(QUESTION, "Ý kiến nội bộ", neighbour.name());
    var code = dossier(id).submittedCode().value();
    var phone = births.phoneOf(mother);
    var tracked =
        as(births.mother())
            .send("/track", "code", code, "phone", phone.substring(phone.length() - 4));
    assertThat(text(tracked)).doesNotContain("Lấy ý kiến");
  }

  @Test
  void whoIsNotAskedFindsNothing() {
    ask("OPINION", "false");
    for (var stranger : List.of(neighboursReception, reception, specialist)) {
      assertThat(as(stranger).open("/desk/entrusted/" + part)).hasStatus(404);
      assertThat(as(stranger).send("/desk/entrusted/" + part + "/handling")).hasStatus(404);
      assertThat(answer(stranger, "AGREE", "Tôi")).hasStatus(404);
    }
    assertThat(as(neighbour).send(desk(id) + "/entrusted/" + part + "/withdrawal")).hasStatus(404);
    assertThat(as(mother).open("/desk/entrusted")).hasStatus(403);
    assertThat(entrusted.find(part).orElseThrow().state()).isEqualTo(State.ASKED);
  }

  @Test
  void askingTwiceIsOnceAndSoIsAnswering() {
    AtOnce.both(() -> ask("OPINION", "false"), () -> ask("OPINION", "false"));
    assertThat(entrusted.listOf(id)).hasSize(1);
    AtOnce.both(() -> answer(neighbour, "AGREE", "Được"), () -> answer(neighbour, "AGREE", "Được"));
    assertThat(events())
        .containsOnlyOnce(Event.OPINION_ASKED)
        .containsOnlyOnce(Event.OPINION_GIVEN);
    assertThat(text(answer(neighbour, "DISAGREE", "Không"))).contains("vừa được trả lời");
  }

  @Test
  void whatIsMissingIsSaidAndNothingTypedIsLost() {
    var page =
        as(specialist)
            .send(desk(id) + "/entrusted", "part", part.toString(), "hours", "x", "question", "");
    assertThat(text(page))
        .contains("Hãy chọn cơ quan", "Hãy ghi câu hỏi", "Hãy nhập số giờ làm việc");
    var searched =
        as(specialist)
            .send(
                desk(id) + "/entrusted",
                "part",
                part.toString(),
                "find",
                "bai chay",
                "question",
                QUESTION,
                "search",
                "true");
    assertThat(text(searched)).contains("value=\"" + baiChay + "\"", QUESTION);
    assertThat(entrusted.listOf(id)).isEmpty();

    var nobody = ask("OPINION", "false", "role", "HEAD");
    assertThat(text(nobody)).contains("chưa có ai giữ vai trò này", QUESTION);
    ask("OPINION", "false");
    assertThat(text(answer(neighbour, "", "Chữ đã gõ")))
        .contains("Hãy chọn một kết luận", "Chữ đã gõ");
  }

  @Test
  void whoAskedTakesItBackAndAnotherOfHisRoleDoesNot() {
    ask("OPINION", "false");
    posts.appoint(
        new Post(new OfficerId(reception.id().value()), agencyOf(reception), Role.SPECIALIST),
        "test");
    try {
      var other = as(reception).send(desk(id) + "/entrusted/" + part + "/withdrawal");
      assertThat(text(other)).contains("chỉ người đã hỏi");
    } finally {
      posts.dismiss(
          new Post(new OfficerId(reception.id().value()), agencyOf(reception), Role.SPECIALIST),
          "test");
    }
    assertThat(as(specialist).send(desk(id) + "/entrusted/" + part + "/withdrawal"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(as(specialist).send(desk(id) + "/entrusted/" + part + "/withdrawal"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(events()).containsOnlyOnce(Event.OPINION_RECALLED);
    assertThat(text(as(neighbour).open("/desk/entrusted/" + part)))
        .contains("đã được rút lại")
        .doesNotContain(mother.name(), QUESTION);
    assertThat(text(answer(neighbour, "AGREE", "Muộn rồi"))).contains("vừa được trả lời hoặc rút");
  }

  @Test
  void whatOneHasTakenUpAnotherDoesNotAnswer() {
    ask("OPINION", "false");
    var second = Officers.newcomer("Lý Thị Hai");
    posts.appoint(
        new Post(new OfficerId(second.id().value()), agencyOf(neighbour), Role.LEADER), "test");
    as(neighbour).send("/desk/entrusted/" + part + "/handling");
    var refused = answer(second, "AGREE", "Tôi trả lời");
    assertThat(refused).hasStatusOk();
    assertThat(text(refused)).contains("hồ sơ này đang do");
    assertThat(answer(neighbour, "AGREE", "Tôi")).hasStatus3xxRedirection();
  }

  @Test
  void aDecisionDoesNotWaitOnlyWithATickAndAReason() {
    ask("OPINION", "false");
    as(specialist).send(desk(id) + "/preparation", "step", "1");
    assertThat(text(as(leader).open(desk(id)))).contains("Quyết định không chờ ý kiến còn thiếu");
    assertThat(text(decide("approve"))).contains("còn ý kiến chưa có");
    assertThat(text(decide("approve", "without", "true"))).contains("còn ý kiến chưa có");
    assertThat(text(decide("stop", "reason", "Trái luật"))).contains("còn ý kiến chưa có");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);

    assertThat(decide("approve", "without", "true", "reason", "Đã rõ từ giấy tờ"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossiers.historyOf(id))
        .filteredOn(entry -> entry.event() == Event.APPROVED)
        .extracting(HistoryEntry::note)
        .containsExactly("Đã rõ từ giấy tờ");
    assertThat(entrusted.find(part).orElseThrow().state()).isEqualTo(State.OVERTAKEN);
    assertThat(entrusted.listWaiting(agencyOf(neighbour), Set.of(Role.LEADER), 50))
        .extracting(Entrusted::id)
        .doesNotContain(part);
  }

  @Test
  void whatIsWithdrawnByItsApplicantNeedsNoAnswer() {
    ask("OPINION", "false");
    as(mother).send(mine(id) + "/withdrawal");
    as(reception).send(desk(id) + "/withdrawal", "note", "Theo yêu cầu");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.STOPPED);
    assertThat(entrusted.find(part).orElseThrow().state()).isEqualTo(State.OVERTAKEN);
  }

  @Test
  void workThatOthersDoHoldsTheStepUntilItIsGivenBack() {
    ask("WORK", "true");
    assertThat(text(as(specialist).send(desk(id) + "/preparation", "step", "1")))
        .contains("đang làm một phần việc của bước này");
    var paper = new MockMultipartFile("file", "bien-ban.pdf", "application/pdf", Files.pdf());
    var given =
        mvc.post()
            .uri("/desk/entrusted/" + part + "/answer")
            .multipart()
            .file(paper)
            .param("verdict", "AGREE")
            .param("words", "Đã xác minh")
            .with(SignedIn.as(neighbour))
            .with(csrf())
            .exchange();
    assertThat(given).hasRedirectedUrl("/desk/entrusted?answered");
    assertThat(text(as(specialist).open(desk(id)))).contains("Đã làm xong", "bien-ban.pdf");
    assertThat(as(specialist).open(desk(id) + "/entrusted/" + part + "/paper")).hasStatusOk();
    assertThat(as(neighboursReception).open(desk(id) + "/entrusted/" + part + "/paper"))
        .hasStatus(404);
    assertThat(as(specialist).send(desk(id) + "/preparation", "step", "1"))
        .hasRedirectedUrl(desk(id) + "?done");
  }

  @Test
  void beingLateIsTheNeighboursAndIsSaidToBoth() {
    ask("OPINION", "false");
    goTo(MONDAY.plusDays(7), LocalTime.of(9, 0));
    assertThat(text(as(neighbour).open("/desk/entrusted"))).contains("Quá hạn trả lời");
    assertThat(text(as(specialist).open(desk(id)))).contains("Quá hạn trả lời");
    answer(neighbour, "NONE", "Không rõ");
    assertThat(text(as(specialist).open(desk(id)))).contains("Trả lời muộn");
    assertThat(as(specialist).open(desk(id) + "/forms/control-sheet.pdf")).isNotNull();
  }

  private MvcTestResult ask(String kind, String whole, String... more) {
    var fields =
        new ArrayList<>(
            List.of(
                "part",
                part.toString(),
                "kind",
                kind,
                "agency",
                baiChay,
                "question",
                QUESTION,
                "whole",
                whole,
                "hours",
                "8"));
    fields.addAll(List.of(more));
    if (!fields.contains("role")) fields.addAll(List.of("role", "LEADER"));
    return as(specialist).send(desk(id) + "/entrusted", fields.toArray(String[]::new));
  }

  private MvcTestResult answer(CurrentUser officer, String verdict, String words) {
    return as(officer)
        .send("/desk/entrusted/" + part + "/answer", "verdict", verdict, "words", words);
  }

  private MvcTestResult decide(String verdict, String... more) {
    var fields = new ArrayList<>(List.of("step", "2", "verdict", verdict));
    fields.addAll(List.of(more));
    return as(leader).send(desk(id) + "/decision", fields.toArray(String[]::new));
  }

  private List<Event> events() {
    return dossiers.historyOf(id).stream().map(HistoryEntry::event).toList();
  }

  private AgencyId agencyOf(CurrentUser officer) {
    return posts.postsOf(new OfficerId(officer.id().value())).getFirst().agency();
  }

  private String noticesOf(CurrentUser officer) {
    return String.join(
        " ",
        jdbc.sql("select notice_key from notifications.message where account_id = :id")
            .param("id", officer.id().value())
            .query(String.class)
            .list());
  }
}
