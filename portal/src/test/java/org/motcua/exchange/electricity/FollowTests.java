package org.motcua.exchange.electricity;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.FormToken.csrf;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.DossierStatus;
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
import org.motcua.testing.PowerCompany;
import org.motcua.testing.PowerCompany.Fault;
import org.springframework.beans.factory.annotation.Autowired;

class FollowTests extends ElectricityTest {

  private static final String MONDAY = "2026-11-23T02:00:00Z";
  private static final String TUESDAY = "2026-11-24T02:00:00Z";
  private static final String NOTE = "Nhân viên sẽ đến sáng thứ Năm";

  @Autowired Posts posts;

  @Test
  void everyStepOfTheCompanyMovesTheDossierAndIsShown() {
    var mai = births.mother();
    var id = submit(mai);
    var code = awaitDocumentCode(id);

    PowerCompany.moves(code, "SURVEYED", MONDAY, NOTE);
    askTheCompany();
    assertThat(status(id)).isEqualTo(DossierStatus.IN_PROCESS);
    assertThat(Clicks.text(as(mai).open(mine(id))))
        .contains("Đã khảo sát tại chỗ", NOTE, "23/11/2026");

    PowerCompany.moves(code, "OFFERED", TUESDAY, "");
    PowerCompany.moves(code, "CONTRACTED", TUESDAY, "");
    askTheCompany();
    assertThat(status(id)).isEqualTo(DossierStatus.IN_PROCESS);

    PowerCompany.moves(code, "ENERGISED", "2026-11-25T02:00:00Z", "");
    askTheCompany();
    assertThat(status(id)).isEqualTo(DossierStatus.FINISHED);
    assertThat(events(id))
        .containsExactly(
            Event.SUBMITTED, Event.OUTSIDE_ACCEPTED, Event.OUTSIDE_BEGUN, Event.OUTSIDE_FINISHED);
    assertThat(Clicks.text(as(mai).open(mine(id))))
        .containsSubsequence(
            "Đã nhận yêu cầu",
            "Đã khảo sát tại chỗ",
            "Đã gửi phương án cấp điện",
            "Đã ký hợp đồng mua bán điện",
            "Đã lắp công tơ và đóng điện");
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(births.noticesTo(mai))
                    .containsEntry("dossiers.notice.outside_step", 3)
                    .containsEntry("dossiers.notice.outside_finished", 1));
  }

  @Test
  void whatHasEndedIsNotAskedAboutAnyMore() {
    var id = submit(births.mother());
    var code = awaitDocumentCode(id);
    PowerCompany.moves(code, "ENERGISED", MONDAY, "");
    askTheCompany();
    var asked = PowerCompany.timesAsked("GET /electricity/requests/" + code);
    askTheCompany();
    assertThat(PowerCompany.timesAsked("GET /electricity/requests/" + code)).isEqualTo(asked);
  }

  @Test
  void aRefusalStopsTheDossierAndItsReasonReachesTheApplicant() {
    var mai = births.mother();
    var id = submit(mai);
    var code = awaitDocumentCode(id);
    PowerCompany.moves(code, "REFUSED", MONDAY, "Nhà nằm trong hành lang an toàn lưới điện");
    askTheCompany();

    assertThat(status(id)).isEqualTo(DossierStatus.STOPPED);
    assertThat(Clicks.text(as(mai).open(mine(id))))
        .contains("Nhà nằm trong hành lang an toàn lưới điện", "Từ chối cấp điện");
    await()
        .atMost(ofSeconds(20))
        .until(() -> births.noticesTo(mai).containsKey("dossiers.notice.stopped"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aCompanyThatIsOutOfOrderIsAskedAgainAtTheNextTurn(Fault fault) {
    var id = submit(births.mother());
    var code = awaitDocumentCode(id);
    PowerCompany.moves(code, "SURVEYED", MONDAY, "");
    PowerCompany.fails(fault);
    askTheCompany();
    assertThat(status(id)).isEqualTo(DossierStatus.ACCEPTED);

    PowerCompany.mend();
    askTheCompany();
    assertThat(status(id)).isEqualTo(DossierStatus.IN_PROCESS);
  }

  @Test
  void twoNodesThatAskAtOnceMoveTheDossierOnce() {
    var id = submit(births.mother());
    PowerCompany.moves(awaitDocumentCode(id), "SURVEYED", MONDAY, "");
    clock.advance(Duration.ofHours(1));
    AtOnce.both(this::follow, this::follow);
    assertThat(events(id))
        .containsExactly(Event.SUBMITTED, Event.OUTSIDE_ACCEPTED, Event.OUTSIDE_BEGUN);
  }

  @Test
  void whoFollowsByCodeSeesTheStageAndNothingThatIsSaidToTheApplicant() {
    var mai = births.mother();
    var id = submit(mai);
    var code = awaitDocumentCode(id);
    PowerCompany.moves(code, "SURVEYED", MONDAY, NOTE);
    askTheCompany();
    var phone = births.phoneOf(mai);
    var tracked =
        mvc.post()
            .uri("/track")
            .param("code", codeOf(id))
            .param("digits", phone.substring(phone.length() - 4))
            .with(csrf())
            .exchange();
    assertThat(Clicks.text(tracked))
        .contains(code, "Đã khảo sát tại chỗ", "/electricity/follow?code=" + code)
        .doesNotContain(NOTE, mai.name());
  }

  @Test
  void officersAtTheDeskSeeItAndCannotActOnIt() {
    var id = submit(births.mother());
    var code = awaitDocumentCode(id);
    var officer = receptionOfficer(id);

    assertThat(Clicks.text(as(officer).open(desk(id))))
        .contains(code, "Hồ sơ này được xử lý trong hệ thống riêng")
        .doesNotContain("Yêu cầu bổ sung</a>");
    for (var act : new String[] {"/handling", "/acceptance", "/withdrawal"}) {
      assertThat(Clicks.text(as(officer).send(desk(id) + act)))
          .contains("Hồ sơ này được xử lý trong hệ thống riêng");
    }
    assertThat(status(id)).isEqualTo(DossierStatus.ACCEPTED);
  }

  @Test
  void nobodyHereCouldGrantAWithdrawalSoNoneIsOffered() {
    var mai = births.mother();
    var id = submit(mai);
    awaitDocumentCode(id);
    assertThat(Clicks.text(as(mai).open(mine(id))))
        .contains("Muốn thay đổi hoặc rút yêu cầu")
        .doesNotContain("Xin rút hồ sơ");
    as(mai).send(mine(id) + "/withdrawal");
    assertThat(status(id)).isEqualTo(DossierStatus.ACCEPTED);
  }

  private int follow() {
    follow.follow();
    return 0;
  }

  private CurrentUser receptionOfficer(DossierId id) {
    var officer = UUID.randomUUID();
    for (var role : new Role[] {Role.RECEPTION, Role.SPECIALIST}) {
      posts.appoint(
          new Post(new OfficerId(officer), dossier(id).decidingAgency(), role), "system:test");
    }
    return new CurrentUser(new AccountId(officer), AccountKind.OFFICER, "Lê Thu Hà");
  }
}
