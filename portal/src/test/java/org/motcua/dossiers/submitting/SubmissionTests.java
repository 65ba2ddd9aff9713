package org.motcua.dossiers.submitting;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Clicks;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SubmissionTests extends DossiersTest {

  private static final Map<String, Integer> TOLD_ONCE = Map.of("dossiers.notice.submitted", 1);

  @Autowired DossierStore dossiers;
  @Autowired JdbcClient jdbc;

  @Test
  void aSecondClickGivesTheCodeOfTheFirst() {
    var mother = births.mother();
    var id = births.complete(mother);
    var first = submit(id, mother);
    var code = dossier(id).submittedCode();
    var second = submit(id, mother);

    assertThat(first).hasStatus3xxRedirection().hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(second).hasStatus3xxRedirection().hasRedirectedUrl(mine(id) + "?submitted");
    assertThat(Clicks.text(as(mother).open(mine(id) + "?submitted=")))
        .contains("Đã nộp hồ sơ", code.value());
    assertSubmittedOnce(id, mother, code);
  }

  @Test
  void twoClicksInTheSameMomentSubmitOnce() {
    var mother = births.mother();
    var id = births.complete(mother);
    var serial = lastSerial();
    var answers = AtOnce.both(() -> submit(id, mother), () -> submit(id, mother));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer).hasRedirectedUrl(mine(id) + "?submitted"));
    assertThat(lastSerial()).isEqualTo(serial + 1);
    assertSubmittedOnce(id, mother, dossier(id).submittedCode());
  }

  @Test
  void theCodeNamesAgencyDayAndTheNextSerial() {
    var first = dossier(submittedBy(births.mother()));
    var second = dossier(submittedBy(births.mother()));
    var beginning = first.decidingAgency().decision20() + "-261121-";

    assertThat(first.submittedCode().value()).startsWith(beginning);
    assertThat(serialOf(second)).isEqualTo(serialOf(first) + 1);
  }

  @Test
  void twoPeopleInTheSameMomentGetTwoCodes() {
    var one = births.mother();
    var other = births.mother();
    var ids = List.of(births.complete(one), births.complete(other));
    AtOnce.both(() -> submit(ids.getFirst(), one), () -> submit(ids.getLast(), other));

    assertThat(ids).extracting(id -> dossier(id).submittedCode()).doesNotHaveDuplicates();
  }

  @Test
  void faultyAnswersAreToldAndNothingIsSubmitted() {
    var mother = births.mother();
    var id = births.faulty(mother);
    var before = dossier(id);
    var page = submit(id, mother);

    assertThat(page).hasStatusOk();
    assertThat(Clicks.text(page)).contains("href=\"#row-child.born\"");
    assertStillTheSame(before, mother);
  }

  @Test
  void aMissingPaperIsNamedAndNothingIsSubmitted() {
    var mother = births.mother();
    var id = births.withoutPaper(mother);
    var before = dossier(id);
    var page = submit(id, mother);

    assertThat(page).hasStatusOk();
    assertThat(Clicks.text(page))
        .contains("Thiếu giấy tờ: Giấy chứng sinh")
        .doesNotContain("Thiếu giấy tờ: Giấy chứng nhận kết hôn");
    assertStillTheSame(before, mother);
  }

  @Test
  void withoutTheDeclarationNothingIsSubmitted() {
    var mother = births.mother();
    var id = births.complete(mother);
    var before = dossier(id);
    var page = as(mother).send(mine(id) + "/submission");

    assertThat(page).hasStatusOk();
    assertThat(Clicks.text(page)).contains("Hãy đánh dấu vào ô cam đoan trước khi nộp");
    assertStillTheSame(before, mother);
  }

  private MvcTestResult submit(DossierId id, CurrentUser mother) {
    return as(mother).send(mine(id) + "/submission", "declared", "true");
  }

  private void assertSubmittedOnce(DossierId id, CurrentUser mother, DossierCode code) {
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(dossier(id).submittedCode()).isEqualTo(code);
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SUBMITTED);
    assertThat(Phones.awaitSms(births.phoneOf(mother))).contains(code.value());
    await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(unfinishedEventsOf(id)).isZero());
    assertThat(births.noticesTo(mother)).isEqualTo(TOLD_ONCE);
    assertThat(Phones.unreadSms(births.phoneOf(mother))).isEmpty();
  }

  private void assertStillTheSame(Dossier before, CurrentUser mother) {
    assertThat(dossier(before.id())).isEqualTo(before);
    assertThat(dossiers.historyOf(before.id())).isEmpty();
    assertThat(unfinishedEventsOf(before.id())).isZero();
    assertThat(births.noticesTo(mother)).isEmpty();
  }

  private int unfinishedEventsOf(DossierId id) {
    return jdbc.sql(
            "select count(*) from platform.event_publication where serialized_event like :id")
        .param("id", "%" + id + "%")
        .query(Integer.class)
        .single();
  }

  private int lastSerial() {
    return jdbc.sql("select coalesce(max(last), 0) from dossiers.serial where day = '2026-11-21'")
        .query(Integer.class)
        .single();
  }

  private static int serialOf(Dossier dossier) {
    var code = dossier.submittedCode().value();
    return Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
  }
}
