package org.motcua.dossiers.handling;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Certificates;
import org.motcua.documents.VerificationCode;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.CorrectionStore;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A result that was given is set right, or taken back. */
class AfterDecisionTests extends DossiersTest {

  private static final String WHY = "Đánh máy sai chữ đệm của trẻ.";
  private static final String LAW = "Khoản 1 Điều 70 Luật Hộ tịch";

  @Autowired DossierStore dossiers;
  @Autowired CorrectionStore corrections;
  @Autowired CorrectResult correctResult;
  @Autowired Certificates certificates;
  @Autowired OnlineServices services;
  @Autowired Posts posts;
  @Autowired JdbcClient jdbc;

  private CurrentUser mother;
  private DossierId id;
  private String former = "";

  @BeforeEach
  void aBirthIsRegistered() {
    mother = births.mother();
    id = submittedBy(mother);
    done(Officers.hongHaReception(), "/acceptance");
    done(Officers.hongHaSpecialist(), "/handling");
    done(Officers.hongHaSpecialist(), "/preparation", "step", "1");
    done(Officers.hongHaLeader(), "/decision", "step", "2", "verdict", "approve");
    await().atMost(ofSeconds(60)).until(() -> dossier(id).status() == DossierStatus.RETURNED);
    former = code();
    await()
        .atMost(ofSeconds(20))
        .until(() -> text(as(mother).open("/my/papers")).contains("Giấy khai sinh"));
  }

  @Test
  void theRightOneTakesThePlaceOfTheFaultyOne() {
    assertThat(text(as(Officers.hongHaLeader()).open(desk(id)))).contains("Đính chính kết quả");
    assertThat(text(as(Officers.hongHaLeader()).open(desk(id) + "/correction")))
        .contains("value=\"Gia\"", "Quan hệ với trẻ")
        .doesNotContain("Bạn là ai");

    var review = correct(Officers.hongHaLeader(), "Minh", "");
    assertThat(text(review)).contains("<del>", "Gia", "Minh", WHY, former);
    assertThat(corrections.list(id)).isEmpty();
    assertThat(correct(Officers.hongHaLeader(), "Minh", "confirm"))
        .hasRedirectedUrl(desk(id) + "?done");
    awaitCorrected();

    var right = certificates.find(VerificationCode.parse(code()).orElseThrow()).orElseThrow();
    assertThat(right.number()).matches("\\d+/2026-ĐC1");
    assertThat(right.validFrom()).isEqualTo("2026-11-21");
    assertThat(text(as(mother).open("/verify/" + former)))
        .contains("đã bị thu hồi", "đã thay bằng giấy đính chính", "/verify/" + code())
        .doesNotContain(WHY);
    assertThat(text(as(mother).open("/verify/" + code())))
        .contains("còn hiệu lực", "Trần Minh Bảo", "Thay thế giấy tờ", former);
    assertThat(text(as(mother).open("/api/documents/verification/" + former)))
        .contains("\"replacedBy\":\"" + code());
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(dossier(id).answers().text("child.middleName")).contains("Minh");
    assertThat(text(as(mother).open(mine(id)))).contains(code()).doesNotContain(former);
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.corrected", 1);
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(keptCodes()).containsExactly(code());
            });
    assertThat(dossiers.historyOf(id).stream().map(entry -> entry.event()))
        .endsWith(Event.CORRECTION_ORDERED, Event.RESULT_CORRECTED);

    // Again: the right one may have been faulty, too.
    var second = code();
    assertThat(correct(Officers.hongHaLeader(), "Quang", "confirm", second))
        .hasRedirectedUrl(desk(id) + "?done");
    await().atMost(ofSeconds(60)).until(() -> !code().equals(second));
    var third = certificates.find(VerificationCode.parse(code()).orElseThrow()).orElseThrow();
    assertThat(third.number()).endsWith("-ĐC2").doesNotContain("ĐC1");
  }

  @Test
  void ofTwoLeadersTheSecondIsToldAndASecondClickIsTheFirst() {
    var other = anotherLeader();
    var both =
        AtOnce.both(
            () -> correct(Officers.hongHaLeader(), "Minh", "confirm"),
            () -> correct(other, "Quang", "confirm"));
    assertThat(both)
        .filteredOn(answer -> answer.getResponse().getStatus() == 200)
        .singleElement()
        .satisfies(late -> assertThat(text(late)).contains("Chưa thực hiện"));
    assertThat(corrections.list(id)).hasSize(1);
    awaitCorrected();
    var sent = corrections.list(id).getFirst();
    var name = sent.answers().text("child.middleName").orElseThrow();
    var again = sent.leader().equals("Đỗ Minh Quân") ? Officers.hongHaLeader() : other;
    assertThat(correct(again, name, "confirm")).hasRedirectedUrl(desk(id) + "?done");
    assertThat(corrections.list(id)).hasSize(1);
    assertThat(events(Event.CORRECTION_ORDERED)).isEqualTo(1);
  }

  @Test
  void killedBetweenSigningAndReplacingItGoesOnWithTheSameCertificate() {
    correct(Officers.hongHaLeader(), "Minh", "confirm");
    awaitCorrected();
    var right = code();
    var correction = corrections.list(id).getFirst();
    forgetThatItWasMade(correction.id());
    assertThat(text(as(mother).open("/verify/" + former))).contains("còn hiệu lực");

    AtOnce.both(() -> made(correction.id()), () -> made(correction.id()));

    assertThat(code()).isEqualTo(right);
    assertThat(text(as(mother).open("/verify/" + former))).contains("đã bị thu hồi");
    assertThat(events(Event.RESULT_CORRECTED)).isEqualTo(1);
  }

  @Test
  void whatIsWrongOrUnchangedIsShownAgain() {
    var leader = as(Officers.hongHaLeader());
    var nothing = correct(Officers.hongHaLeader(), "Gia", "confirm");
    assertThat(text(nothing)).contains("Chưa thực hiện: không có gì thay đổi");
    assertThat(text(correct(Officers.hongHaLeader(), "Gia", ""))).contains("Chưa có gì thay đổi");
    var form = typed("Minh", former);
    form.set("child.givenName", "");
    form.set("_reason", "");
    assertThat(text(leader.send(desk(id) + "/correction", form)))
        .contains("Hãy ghi sai ở đâu và vì sao", "value=\"Minh\"");
    assertThat(corrections.list(id)).isEmpty();
    assertThat(as(Officers.hongHaSpecialist()).open(desk(id) + "/correction")).hasStatus(404);
    assertThat(as(Officers.baiChayLeader()).open(desk(id) + "/correction")).hasStatus(404);
    assertThat(
            as(Officers.hongHaSpecialist()).send(desk(id) + "/correction", typed("Minh", former)))
        .hasStatus(404);
  }

  @Test
  void aRevokedResultHoldsNoMoreAndSaysWhyInPublicWords() {
    var leader = as(Officers.hongHaLeader());
    assertThat(text(leader.open(desk(id) + "/revocation"))).contains("Thu hồi là vĩnh viễn");
    assertThat(text(leader.send(desk(id) + "/revocation", "ground", "", "law", "", "reason", "x")))
        .contains("Hãy chọn lý do công khai", "Hãy ghi căn cứ pháp luật");
    assertThat(revoke(leader)).hasRedirectedUrl(desk(id) + "?done");
    assertThat(revoke(leader)).hasRedirectedUrl(desk(id) + "?done");

    assertThat(text(as(mother).open("/verify/" + former)))
        .contains("đã bị thu hồi", "không đúng sự thật", LAW)
        .doesNotContain("Bà Mai");
    assertThat(text(as(mother).open(mine(id)))).contains("Kết quả đã bị thu hồi lúc", "Bà Mai");
    assertThat(text(as(mother).open("/my/papers"))).contains("Đã bị thu hồi");
    assertThat(births.noticesTo(mother)).containsEntry("dossiers.notice.revoked", 1);
    assertThat(events(Event.RESULT_REVOKED)).isEqualTo(1);
    assertThat(text(correct(Officers.hongHaLeader(), "Minh", "confirm")))
        .contains("kết quả này đã bị thu hồi");
    assertThat(text(revoke(as(anotherLeader())))).contains("kết quả này đã bị thu hồi");
    assertThat(as(Officers.hongHaReception()).send(desk(id) + "/revocation")).hasStatus(404);
  }

  private MvcTestResult revoke(Clicks leader) {
    return leader.send(
        desk(id) + "/revocation",
        "ground",
        "UNTRUE_PAPERS",
        "law",
        LAW,
        "reason",
        "Bà Mai khai không đúng ngày sinh.");
  }

  private MvcTestResult correct(CurrentUser leader, String middleName, String step) {
    return correct(leader, middleName, step, former);
  }

  private MvcTestResult correct(CurrentUser leader, String middleName, String step, String faulty) {
    var form = typed(middleName, faulty);
    if (!step.isEmpty()) form.add("_step", step);
    return as(leader).send(desk(id) + "/correction", form);
  }

  private MultiValueMap<String, String> typed(String middleName, String faulty) {
    var form = new LinkedMultiValueMap<String, String>();
    var service = services.get(BirthDrafts.SERVICE, dossier(id).service().version());
    for (var page : service.form().pages()) form.addAll(births.typed(page.id()));
    form.set("child.middleName", middleName);
    form.set("_former", faulty);
    form.set("_reason", WHY);
    return form;
  }

  private CurrentUser anotherLeader() {
    var leader = Officers.newcomer("Hoàng Thị Lý");
    var agency = dossier(id).decidingAgency();
    posts.appoint(new Post(new OfficerId(leader.id().value()), agency, Role.LEADER), "test");
    return leader;
  }

  private void awaitCorrected() {
    await().atMost(ofSeconds(60)).until(() -> !code().equals(former));
  }

  private boolean made(UUID correction) {
    correctResult.make(correction);
    return true;
  }

  /** As a power cut after the signature leaves it. */
  private void forgetThatItWasMade(UUID correction) {
    jdbc.sql("update dossiers.correction set made_at = null where id = :id")
        .param("id", correction)
        .update();
    jdbc.sql("delete from dossiers.entry where dossier = :id and event = 'RESULT_CORRECTED'")
        .param("id", id.value())
        .update();
    jdbc.sql(
            """
            update documents.certificate
               set revoked_at = null, revoked_because = null, replaced_by = null
             where code = :code
            """)
        .param("code", VerificationCode.parse(former).orElseThrow().value())
        .update();
    jdbc.sql("update dossiers.dossier set verification_code = :code where id = :id")
        .param("code", former)
        .param("id", id.value())
        .update();
  }

  private long events(Event event) {
    return dossiers.historyOf(id).stream().filter(entry -> entry.event() == event).count();
  }

  private List<@Nullable String> keptCodes() {
    return jdbc.sql("select verification_code from dossiers.kept_paper where owner = :owner")
        .param("owner", mother.id().value())
        .query(String.class)
        .list();
  }

  private String code() {
    return requireNonNull(dossier(id).result()).verificationCode();
  }

  private void done(CurrentUser officer, String act, String... fields) {
    assertThat(as(officer).send(desk(id) + act, fields)).hasRedirectedUrl(desk(id) + "?done");
  }
}
