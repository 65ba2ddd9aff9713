package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Posts;
import org.motcua.organisation.Role;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DeskTests extends DossiersTest {

  private static final String REASON = "Trẻ đã được đăng ký khai sinh tại Hà Nội.";

  @Autowired DossierStore dossiers;
  @Autowired Posts posts;

  @Test
  void theQueueShowsWhatCameIn() {
    var id = submittedBy(births.mother());
    var code = dossier(id).submittedCode().value();

    assertThat(as(Officers.hongHaReception()).open("/desk/search?code=" + code))
        .hasRedirectedUrl(desk(id));
    assertThat(Clicks.text(as(Officers.hongHaReception()).open(desk(id))))
        .contains(code, "giay-chung-sinh.pdf", "Tiếp nhận hồ sơ");
  }

  @Test
  void ofTwoOfficersWhoAcceptAndRefuseAtOnceExactlyOneIsObeyed() {
    var id = submittedBy(births.mother());
    var colleague = secondReceptionOfficer(id);
    var answers =
        AtOnce.both(
            () -> as(Officers.hongHaReception()).send(desk(id) + "/acceptance"),
            () -> as(colleague).send(desk(id) + "/refusal", "reason", REASON));

    assertThat(answers).filteredOn(answer -> isDone(answer, id)).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !isDone(answer, id))
        .singleElement()
        .satisfies(
            late -> assertThat(Clicks.text(late)).contains("Chưa thực hiện: hồ sơ đã chuyển sang"));
    var accepted = isDone(answers.getFirst(), id);
    assertThat(dossier(id).status())
        .isEqualTo(accepted ? DossierStatus.ACCEPTED : DossierStatus.REFUSED);
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SUBMITTED, accepted ? Event.ACCEPTED : Event.REFUSED);
  }

  @Test
  void aRefusalWithoutAReasonIsNotCarriedOut() {
    var id = submittedBy(births.mother());
    var page = as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "  ");

    assertThat(page).hasStatusOk();
    assertThat(Clicks.text(page)).contains("Chưa thực hiện: hãy ghi lý do");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  @Test
  void aReasonThatNoTextCanHoldIsRefusedAsABadRequest() {
    var id = submittedBy(births.mother());
    assertThat(as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", "Sai\0"))
        .hasStatus(400);
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  @Test
  void theReasonOfARefusalReachesTheApplicantsPageAndInbox() {
    var mother = births.mother();
    var id = submittedBy(mother);
    Phones.awaitSms(births.phoneOf(mother));
    assertThat(as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", REASON))
        .hasRedirectedUrl(desk(id) + "?done");

    assertThat(Clicks.text(as(mother).open(mine(id))))
        .contains("Không được tiếp nhận", "Lý do:", REASON);
    assertThat(Phones.awaitSms(births.phoneOf(mother))).contains("không được tiếp nhận");
    assertThat(newestMessageTo(mother)).contains("không được tiếp nhận", REASON);
  }

  @Test
  void anActThatNeedsAnotherRoleIsNotCarriedOutAndSaysSo() {
    var id = submittedBy(births.mother());
    assertThat(as(Officers.hongHaSpecialist()).send(desk(id) + "/acceptance")).hasStatus(404);
    var page = as(Officers.hongHaLeader()).send(desk(id) + "/acceptance");
    assertThat(page).hasStatusOk();
    assertThat(Clicks.text(page)).contains("việc này cần vai trò “Tiếp nhận”");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.REGISTERED);

    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/handling");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/preparation", "step", "1");
    var approval =
        as(Officers.hongHaSpecialist())
            .send(desk(id) + "/decision", "step", "2", "verdict", "approve");
    assertThat(Clicks.text(approval)).contains("việc này cần vai trò “Lãnh đạo”");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.IN_PROCESS);
  }

  @Test
  void theLeaderSendsBackWithAReasonThatTheApplicantDoesNotRead() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(Officers.hongHaReception()).send(desk(id) + "/acceptance");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/handling");
    as(Officers.hongHaSpecialist()).send(desk(id) + "/preparation", "step", "1");
    var leader = as(Officers.hongHaLeader());
    var path = desk(id) + "/decision";

    assertThat(Clicks.text(leader.send(path, "step", "2", "verdict", "back")))
        .contains("hãy ghi lý do");
    assertThat(leader.send(path, "step", "2", "verdict", "back", "reason", "Xem lại họ của trẻ"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossier(id).step()).isEqualTo(1);
    assertThat(Clicks.text(leader.open(desk(id)))).contains("Xem lại họ của trẻ");
    assertThat(Clicks.text(as(mother).open(mine(id)))).doesNotContain("Xem lại họ của trẻ");
    assertThat(Clicks.text(leader.send(path, "step", "2", "verdict", "approve")))
        .contains("Chưa thực hiện: hồ sơ đã chuyển sang");
  }

  @Test
  void aWithdrawalIsAskedForAndGranted() {
    var mother = births.mother();
    var id = submittedBy(mother);
    as(mother).send(mine(id) + "/withdrawal");
    as(mother).send(mine(id) + "/withdrawal");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.WITHDRAWAL_REQUESTED);

    var reception = as(Officers.hongHaReception());
    assertThat(Clicks.text(reception.send(desk(id) + "/acceptance"))).contains("Chưa thực hiện");
    assertThat(reception.send(desk(id) + "/withdrawal", "note", "Theo đề nghị của người nộp"))
        .hasRedirectedUrl(desk(id) + "?done");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.STOPPED);
    assertThat(dossiers.historyOf(id))
        .extracting(entry -> entry.event())
        .containsExactly(Event.SUBMITTED, Event.WITHDRAWAL_REQUESTED, Event.WITHDRAWAL_GRANTED);
  }

  private String newestMessageTo(CurrentUser mother) {
    var address = Pattern.compile("/my/inbox/[0-9a-f-]{36}");
    return address
        .matcher(Clicks.text(as(mother).open("/my/inbox")))
        .results()
        .findFirst()
        .map(found -> Clicks.text(as(mother).open(found.group())))
        .orElseThrow();
  }

  private CurrentUser secondReceptionOfficer(DossierId id) {
    var officer = UUID.randomUUID();
    var agency = dossier(id).decidingAgency();
    posts.appoint(new Post(new OfficerId(officer), agency, Role.RECEPTION), "system:test");
    return new CurrentUser(new AccountId(officer), AccountKind.OFFICER, "Lê Thu Hà");
  }

  private static boolean isDone(MvcTestResult answer, DossierId id) {
    return (desk(id) + "?done").equals(answer.getResponse().getRedirectedUrl());
  }
}
