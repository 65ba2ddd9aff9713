package org.motcua.dossiers.handling;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.Clicks.text;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Documents;
import org.motcua.documents.Files;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class WholeWayTests extends DossiersTest {

  private static final List<Event> WHOLE_WAY =
      List.of(
          Event.SUBMITTED,
          Event.ACCEPTED,
          Event.TAKEN_UP,
          Event.PREPARED,
          Event.APPROVED,
          Event.RESULT_RETURNED);

  @Autowired DossierStore dossiers;
  @Autowired Documents documents;
  @Autowired MakeResult makeResult;
  @Autowired JdbcClient jdbc;

  @Test
  void fromSubmissionToASignedCertificateThatAnyoneCanVerify() throws IOException {
    var mother = births.mother();
    var id = submittedBy(mother);
    prepare(id);
    assertThat(approve(id)).hasRedirectedUrl(desk(id) + "?done");
    var returned = awaitReturned(id);

    var result = Objects.requireNonNull(returned.result());
    var pdf = documents.open(result.document()).getContentAsByteArray();
    assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
    assertThat(as(mother).open(mine(id) + "/result.pdf"))
        .hasStatusOk()
        .hasContentType("application/pdf")
        .body()
        .isEqualTo(pdf);
    assertThat(text(as(mother).open(mine(id)))).contains(result.verificationCode());
    assertThat(text(as(births.mother()).open("/verify/" + result.verificationCode())))
        .contains("Giấy tờ thật, còn hiệu lực", "Trần Gia Bảo");
    assertThat(events(id)).isEqualTo(WHOLE_WAY);
    assertThat(as(births.mother()).open(mine(id) + "/result.pdf")).hasStatus(404);
    assertTold(mother, result.verificationCode());
  }

  @Test
  void aResultThatIsMadeAgainIsTheSame() {
    var id = submittedBy(births.mother());
    prepare(id);
    approve(id);
    var returned = awaitReturned(id);

    makeResult.make(orderFor(id));

    assertThat(dossier(id)).isEqualTo(returned);
    assertThat(events(id)).isEqualTo(WHOLE_WAY);
    assertThat(certificatesOf(id)).isEqualTo(1);
  }

  @Test
  void aJobKilledBetweenSigningAndReturningGoesOnWithTheSameCertificate() {
    var id = submittedBy(births.mother());
    prepare(id);
    approve(id);
    var returned = awaitReturned(id);
    forgetThatItWasReturned(id);

    AtOnce.both(() -> madeFor(id), () -> madeFor(id));

    assertThat(dossier(id).status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(dossier(id).result()).isEqualTo(returned.result());
    assertThat(events(id)).isEqualTo(WHOLE_WAY);
    assertThat(certificatesOf(id)).isEqualTo(1);
  }

  @Test
  void ofTwoApprovalsInTheSameMomentOneMakesACertificate() {
    var id = submittedBy(births.mother());
    prepare(id);
    var answers = AtOnce.both(() -> approve(id), () -> approve(id));

    assertThat(answers)
        .filteredOn(answer -> answer.getResponse().getStatus() == 200)
        .singleElement()
        .satisfies(late -> assertThat(text(late)).contains("Chưa thực hiện: hồ sơ đã chuyển sang"));
    awaitReturned(id);
    assertThat(events(id)).isEqualTo(WHOLE_WAY);
    assertThat(certificatesOf(id)).isEqualTo(1);
  }

  @Test
  void whatGivesNoResultIsFinishedWhenItIsApprovedAndBothSidesAreTold() {
    var mother = births.mother();
    var id = withoutResult(mother);
    prepare(id);
    assertThat(approve(id)).hasRedirectedUrl(desk(id) + "?done");

    assertThat(dossier(id).status()).isEqualTo(DossierStatus.FINISHED);
    assertThat(dossier(id).result()).isNull();
    assertThat(events(id)).isEqualTo(WHOLE_WAY.subList(0, 5));
    assertThat(certificatesOf(id)).isZero();
    assertThat(ordersFor(id)).isZero();
    assertThat(text(as(Officers.hongHaLeader()).open(desk(id)))).doesNotContain("result.pdf");
    assertThat(text(as(mother).open(mine(id))))
        .contains("Đã xử lý xong", "Lãnh đạo phê duyệt")
        .doesNotContain("result.pdf");
    assertThat(as(mother).open(mine(id) + "/result.pdf")).hasStatus(404);
    assertThat(text(approve(id))).contains("Chưa thực hiện");
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(births.noticesTo(mother))
                    .containsOnlyKeys(
                        "dossiers.notice.submitted",
                        "dossiers.notice.accepted",
                        "dossiers.notice.noted"));
  }

  private DossierId withoutResult(CurrentUser mother) {
    var id = begin(mother, "renewed");
    as(mother)
        .send(
            mine(id) + "/pages/about",
            "place.province",
            "22",
            "place.district",
            "193",
            "place.commune",
            "06697",
            "place.street",
            "Số 5",
            "trades",
            "food");
    as(mother).send(mine(id) + "/pages/more", "phone", "0987000111");
    as(mother).upload(mine(id) + "/papers", "plan", "so-do.pdf", Files.pdf());
    assertThat(as(mother).send(mine(id) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(id) + "?submitted");
    return id;
  }

  private int ordersFor(DossierId id) {
    return jdbc.sql("select count(*) from platform.scheduled_tasks where task_instance like :id")
        .param("id", "%" + id + "%")
        .query(Integer.class)
        .single();
  }

  private boolean madeFor(DossierId id) {
    makeResult.make(orderFor(id));
    return true;
  }

  private static ResultOrder orderFor(DossierId id) {
    return new ResultOrder(id.value(), "1/2026", LocalDate.of(2026, 11, 21), "Đỗ Minh Quân");
  }

  /** As a power cut after the signature leaves it. */
  private void forgetThatItWasReturned(DossierId id) {
    jdbc.sql(
            """
            update dossiers.dossier
               set status = 9, returned_at = null, result_document = null, verification_code = null
             where id = :id
            """)
        .param("id", id.value())
        .update();
    jdbc.sql("delete from dossiers.entry where dossier = :id and event = 'RESULT_RETURNED'")
        .param("id", id.value())
        .update();
  }

  private void prepare(DossierId id) {
    var specialist = as(Officers.hongHaSpecialist());
    assertDone(as(Officers.hongHaReception()), "/acceptance", id);
    assertDone(specialist, "/handling", id);
    assertDone(specialist, "/preparation", id, "step", "1", "note", "Đủ điều kiện đăng ký");
  }

  private MvcTestResult approve(DossierId id) {
    return as(Officers.hongHaLeader())
        .send(desk(id) + "/decision", "step", "2", "verdict", "approve");
  }

  private static void assertDone(Clicks officer, String act, DossierId id, String... fields) {
    assertThat(officer.send(desk(id) + act, fields)).hasRedirectedUrl(desk(id) + "?done");
  }

  private Dossier awaitReturned(DossierId id) {
    return await()
        .atMost(ofSeconds(60))
        .until(() -> dossier(id), dossier -> dossier.status() == DossierStatus.RETURNED);
  }

  private void assertTold(CurrentUser mother, String verificationCode) {
    var phone = births.phoneOf(mother);
    for (var sms = Phones.awaitSms(phone); !sms.contains(verificationCode); ) {
      sms = Phones.awaitSms(phone);
    }
    assertThat(births.noticesTo(mother))
        .containsOnlyKeys(
            "dossiers.notice.submitted",
            "dossiers.notice.accepted",
            "dossiers.notice.approved",
            "dossiers.notice.returned")
        .allSatisfy((notice, times) -> assertThat(times).isEqualTo(1));
  }

  private List<Event> events(DossierId id) {
    return dossiers.historyOf(id).stream().map(entry -> entry.event()).toList();
  }

  private int certificatesOf(DossierId id) {
    return jdbc.sql("select count(*) from documents.certificate where subject like :id")
        .param("id", "%" + id)
        .query(Integer.class)
        .single();
  }
}
