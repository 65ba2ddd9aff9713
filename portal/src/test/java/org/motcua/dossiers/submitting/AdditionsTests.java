package org.motcua.dossiers.submitting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.motcua.testing.Clicks.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AdditionsTests extends DossiersTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final String ABOUT_NAME = "Tên của trẻ khác với giấy chứng sinh.";
  private static final String ABOUT_PAPER = "Ảnh mờ, không đọc được con dấu.";

  @Autowired DossierStore dossiers;
  @Autowired WorkingCalendar calendar;

  @Test
  void eachPointIsToldWhereItBelongsAndTheClockStandsStill() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    goTo(MONDAY, LocalTime.of(10, 0));
    assertThat(ask(id, Officers.hongHaReception())).hasRedirectedUrl(desk(id) + "?done");

    assertThat(dossier(id).status()).isEqualTo(DossierStatus.ADDITIONS_REQUESTED);
    assertThat(dossier(id).term().stoppedAt()).isNotNull();
    assertThat(text(as(mother).open(mine(id)))).contains(ABOUT_NAME, ABOUT_PAPER);
    assertThat(text(as(mother).open(mine(id) + "/pages/child")))
        .contains(ABOUT_NAME)
        .doesNotContain(ABOUT_PAPER);
    assertThat(text(as(mother).open(mine(id) + "/papers")))
        .contains(ABOUT_PAPER)
        .doesNotContain(ABOUT_NAME);
    assertThat(dossier(id).term().late(at(MONDAY.plusDays(30), LocalTime.NOON))).isFalse();
  }

  @Test
  void whatIsSuppliedGoesBackToReceptionWithTheWorkingTimeThatWasLeft() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    var firstDue = requireNonNull(dossier(id).term().dueAt());
    goTo(MONDAY, LocalTime.of(10, 0));
    ask(id, Officers.hongHaReception());
    var stopped = requireNonNull(dossier(id).term().stoppedAt());
    var agency = dossier(id).decidingAgency();
    var left = calendar.workingTimeBetween(stopped, firstDue, agency);
    assertThat(left.toMinutes()).isBetween(60L, 8 * 60L);

    goTo(WEDNESDAY, LocalTime.of(9, 0));
    assertThat(as(mother).send(mine(id) + "/additions", "note", "Đã chụp lại."))
        .hasRedirectedUrl(mine(id) + "?supplied");
    var supplied = dossier(id);
    var due = requireNonNull(supplied.term().dueAt());
    assertThat(supplied.status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(supplied.term().stoppedAt()).isNull();
    assertThat(due)
        .isCloseTo(
            calendar.dueAt(at(WEDNESDAY, LocalTime.of(9, 0)), left, agency).dueAt(),
            within(30, ChronoUnit.SECONDS))
        .isAfter(firstDue);
    assertThat(calendar.workingTimeBetween(supplied.changedAt(), due, agency).length())
        .isCloseTo(left.length(), Duration.ofSeconds(2));
    assertThat(text(as(mother).open(mine(id) + "?supplied="))).contains("Đã gửi bổ sung");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id)))).contains("Đã chụp lại.");
  }

  @Test
  void additionsAreAskedForOnceAndSuppliedOnce() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    ask(id, Officers.hongHaReception());
    assertThat(text(ask(id, Officers.hongHaReception())))
        .contains("hồ sơ này đã được yêu cầu bổ sung một lần");

    supply(id, mother);
    var supplied = dossier(id);
    assertThat(supply(id, mother)).hasRedirectedUrl(mine(id));
    assertThat(dossier(id)).isEqualTo(supplied);
    assertThat(text(ask(id, Officers.hongHaReception())))
        .contains("hồ sơ này đã được yêu cầu bổ sung một lần");
    assertThat(dossier(id)).isEqualTo(supplied);
  }

  @Test
  void twoRequestsAndTwoAnswersInTheSameMomentAreOneOfEach() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    var reception = Officers.hongHaReception();
    AtOnce.both(() -> ask(id, reception), () -> ask(id, reception));
    assertThat(dossiers.countRequests(id)).isEqualTo(1);

    AtOnce.both(() -> supply(id, mother), () -> supply(id, mother));
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SUBMITTED, Event.ADDITIONS_REQUESTED, Event.ADDITIONS_SUPPLIED);
  }

  @Test
  void aRequestThatSaysNothingIsNotSent() {
    var id = submittedOnMonday(births.mother());
    var page =
        as(Officers.hongHaReception()).send(desk(id) + "/addition-request", "point:whole", " ");

    assertThat(page).hasStatusOk();
    assertThat(text(page)).contains("Hãy ghi ít nhất một điều cần bổ sung");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  @Test
  void afterAcceptanceTheSpecialistAsksAndGetsItBack() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/handling");
    assertThat(text(ask(id, Officers.hongHaReception()))).contains("cần vai trò “Chuyên viên”");
    assertThat(ask(id, Officers.hongHaSpecialist())).hasRedirectedUrl(desk(id) + "?done");

    supply(id, mother);
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
    assertThat(dossier(id).handler()).isNotNull();
  }

  @Test
  void answersAndPapersCanBeMendedWhileAdditionsAreAskedForAndMustBeWhole() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    ask(id, Officers.hongHaReception());
    var child = births.typed("child");
    child.set("child.givenName", "Bình");
    as(mother).send(mine(id) + "/pages/child?review=true", child);
    var paper = dossier(id).attachments().getFirst().document();
    as(mother).send(mine(id) + "/papers/" + paper.value() + "/removal");

    assertThat(text(supply(id, mother))).contains("Thiếu giấy tờ: Giấy chứng sinh");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.ADDITIONS_REQUESTED);
    as(mother).upload(mine(id) + "/papers", BirthDrafts.PROOF, "ro.pdf", Files.pdf());
    assertThat(supply(id, mother)).hasRedirectedUrl(mine(id) + "?supplied");
    assertThat(text(as(Officers.hongHaReception()).open(desk(id)))).contains("Bình", "ro.pdf");
  }

  @Test
  void theDeskSeesWhatTheAdditionsHaveChangedAndNothingBeforeTheyAreHandedIn() {
    var mother = births.mother();
    var id = submittedOnMonday(mother);
    assertThat(atTheDesk(id)).doesNotContain("mc-change", "So với lần nộp");
    ask(id, Officers.hongHaReception());
    var child = births.typed("child");
    var formerName = child.getFirst("child.givenName");
    child.set("child.givenName", "Bình");
    as(mother).send(mine(id) + "/pages/child?review=true", child);
    var paper = dossier(id).attachments().getFirst();
    as(mother).send(mine(id) + "/papers/" + paper.document().value() + "/removal");
    as(mother).upload(mine(id) + "/papers", BirthDrafts.PROOF, "ro.pdf", Files.pdf());
    assertThat(atTheDesk(id)).contains(formerName).doesNotContain("Bình", "mc-change");

    supply(id, mother);
    assertThat(atTheDesk(id))
        .contains("So với lần nộp lúc 09:00 ngày 23/11/2026: 2 mục đã thay đổi")
        .contains("Trước đây: </span><span class=\"mc-lines\">" + formerName + "</span></del>")
        .contains("Bây giờ: </span><span class=\"mc-lines\">Bình</span></ins>")
        .contains("Thêm mới</strong> <a", "Đã bỏ</strong> <del>" + paper.name() + "</del>")
        .doesNotContain("Trước đây: </span>Chưa khai");
  }

  private String atTheDesk(DossierId id) {
    return text(as(Officers.hongHaReception()).open(desk(id)));
  }

  private DossierId submittedOnMonday(CurrentUser mother) {
    goTo(MONDAY, LocalTime.of(9, 0));
    return submittedBy(mother);
  }

  private MvcTestResult ask(DossierId id, CurrentUser officer) {
    return as(officer)
        .send(
            desk(id) + "/addition-request",
            "point:question:child.givenName",
            ABOUT_NAME,
            "point:paper:" + BirthDrafts.PROOF,
            ABOUT_PAPER);
  }

  private MvcTestResult supply(DossierId id, CurrentUser mother) {
    return as(mother).send(mine(id) + "/additions");
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(CountryTime.ZONE).toInstant();
  }
}
