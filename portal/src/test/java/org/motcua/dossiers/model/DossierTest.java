package org.motcua.dossiers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motcua.dossiers.model.DossierStatus.WITHDRAWAL_REQUESTED;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.Delivery;
import org.motcua.eservices.ServiceSlug;
import org.motcua.eservices.TestServices;
import org.motcua.forms.Answers;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

class DossierTest {

  private static final Instant MONDAY = Instant.parse("2020-12-07T02:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2020-12-08T02:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2020-12-09T02:00:00Z");
  private static final OfficerId OFFICER = new OfficerId(UUID.randomUUID());

  private final Dossier draft =
      Dossier.draft(
          DossierId.next(),
          new Applicant(new AccountId(UUID.randomUUID()), "Nguyễn Thị Mai", "+84912000001"),
          new ServiceVersion(
              new ServiceSlug("birth-registration"), 1, new ProcedureCode("1.001193")),
          Answers.none(),
          MONDAY);

  private Dossier submitted() {
    return draft.submit(
        new Dossier.Submission(
            new DossierCode("H49.12.03-201207-0001"),
            new AgencyId("000.03.12.H49"),
            Answers.none(),
            Delivery.ONLINE,
            MONDAY,
            TUESDAY),
        MONDAY);
  }

  private Dossier inProcess() {
    return submitted().accept(MONDAY).takeUp(OFFICER, MONDAY);
  }

  @Test
  void goesFromDraftToReturnedResult() {
    var decided = inProcess().passOn(TUESDAY).approve(TUESDAY);
    var result = new Result(new DocumentId(UUID.randomUUID()), "ABCD");
    var returned = decided.made(result).returnResult(TUESDAY);

    assertThat(returned.result()).isEqualTo(result);

    assertThat(returned.status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(returned.term().finishedAt()).isEqualTo(TUESDAY);
    assertThat(returned.term().late(WEDNESDAY)).isFalse();
  }

  @Test
  void isAModelForAnotherUnlessItsResultIsForGood() {
    var service = TestServices.small();
    var onceOnly = TestServices.onceOnly();
    var finished = inProcess().passOn(TUESDAY).approve(TUESDAY);
    assertThat(finished.copyable(service)).isTrue();
    assertThat(finished.copyable(onceOnly)).isFalse();
    assertThat(submitted().refuse("Thiếu giấy tờ", MONDAY).copyable(onceOnly)).isTrue();
    assertThat(submitted().copyable(service)).isFalse();
  }

  @Test
  void isOpenToItsApplicantAsADraftAndWhileAdditionsAreAskedFor() {
    assertThat(draft.open()).isTrue();
    assertThat(submitted().open()).isFalse();
    assertThat(submitted().requestAdditions(MONDAY).open()).isTrue();
    assertThatThrownBy(() -> submitted().answer(Answers.none(), MONDAY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void goesBackToTheDeskThatAsked() {
    var askedByReception = submitted().requestAdditions(MONDAY);
    var askedBySpecialist = inProcess().requestAdditions(MONDAY);

    assertThat(askedByReception.supplyAdditions(WEDNESDAY, TUESDAY).status())
        .isEqualTo(DossierStatus.REGISTERED);
    assertThat(askedBySpecialist.supplyAdditions(WEDNESDAY, TUESDAY).status())
        .isEqualTo(DossierStatus.IN_PROCESS);
  }

  @Test
  void isNotLateWhileTheClockStandsStill() {
    var waiting = submitted().requestAdditions(MONDAY);

    assertThat(submitted().term().late(WEDNESDAY)).isTrue();
    assertThat(waiting.term().late(WEDNESDAY)).isFalse();
    assertThat(waiting.supplyAdditions(WEDNESDAY, TUESDAY).term().dueAt()).isEqualTo(WEDNESDAY);
  }

  @Test
  void goesOnWhereAWithdrawalBrokeItOff() {
    for (var dossier :
        List.of(
            submitted(),
            submitted().accept(MONDAY),
            inProcess(),
            inProcess().requestAdditions(MONDAY),
            inProcess().requestPayment(MONDAY))) {
      var denied = dossier.requestWithdrawal(MONDAY).denyWithdrawal(TUESDAY);
      assertThat(denied.status()).isEqualTo(dossier.status());
      assertThat(denied.term()).isEqualTo(dossier.term());
      assertThat(denied.work()).isEqualTo(dossier.work());
    }
  }

  @Test
  void aNewAppointmentDoesNotMakeItLessLate() {
    var promised = inProcess().apologise(WEDNESDAY, MONDAY);

    assertThat(promised.term().expectedAt()).isEqualTo(WEDNESDAY);
    assertThat(promised.term().late(WEDNESDAY)).isTrue();
  }

  /** Whatever is done in whatever order, it moves by the table, and its clock by its status. */
  @Test
  void staysWithinTheTableOnAnyWay() {
    var random = new Random(2020);
    for (int way = 0; way < 500; way++) {
      var dossier = draft;
      var now = MONDAY;
      for (int step = 0; step < 40; step++) {
        now = now.plusSeconds(random.nextInt(100_000));
        var act = Act.values()[random.nextInt(Act.values().length)];
        var before = dossier;
        try {
          dossier = done(act, dossier, now);
        } catch (IllegalStateException e) {
          assertThat(possible(act, before)).as("%s from %s", act, before.status()).isFalse();
          continue;
        }
        assertThat(Transitions.allows(before.status(), act, dossier.status())).isTrue();
        assertThat(dossier.answers()).isEqualTo(before.answers());
        if (dossier.status().clockRuns() && dossier.status() != WITHDRAWAL_REQUESTED) {
          assertThat(dossier.term().stoppedAt()).isNull();
        }
        if (dossier.status().clockStandsStill()) {
          assertThat(dossier.term().stoppedAt()).isNotNull();
        }
        if (dossier.status().closed()) assertThat(dossier.term().finishedAt()).isNotNull();
      }
    }
  }

  private static boolean possible(Act act, Dossier dossier) {
    return Transitions.allows(dossier.status(), act);
  }

  private Dossier done(Act act, Dossier dossier, Instant now) {
    var later = now.plusSeconds(86_400);
    var result = new Result(new DocumentId(UUID.randomUUID()), "ABCD");
    return switch (act) {
      case SUBMIT ->
          dossier.submit(
              new Dossier.Submission(
                  new DossierCode("H49.12.03-201207-0001"),
                  new AgencyId("000.03.12.H49"),
                  dossier.answers(),
                  Delivery.COUNTER,
                  later,
                  later),
              now);
      case ACCEPT -> dossier.accept(now);
      case REFUSE -> dossier.refuse("Sai nơi", now);
      case ASSIGN -> dossier.assign(OFFICER, now);
      case TAKE_UP -> dossier.takeUp(OFFICER, now);
      case HAND_BACK -> dossier.handBack(now);
      case PASS_ON -> dossier.passOn(now);
      case SEND_BACK -> dossier.sendBack(OFFICER, now);
      case ENTRUST -> dossier.entrust(now);
      case RECALL -> dossier.recall(now);
      case REPORT_BACK -> dossier.reportBack(now);
      case REQUEST_ADDITIONS -> dossier.requestAdditions(now);
      case SUPPLY_ADDITIONS -> dossier.supplyAdditions(later, now);
      case REQUEST_PAYMENT -> dossier.requestPayment(now);
      case SETTLE_PAYMENT -> dossier.settlePayment(later, now);
      case APOLOGISE -> dossier.apologise(later, now);
      case REQUEST_WITHDRAWAL -> dossier.requestWithdrawal(now);
      case GRANT_WITHDRAWAL -> dossier.grantWithdrawal("Được", now);
      case DENY_WITHDRAWAL -> dossier.denyWithdrawal(now);
      case STOP -> dossier.stop("Không đủ điều kiện", now);
      case APPROVE -> dossier.approve(now);
      case RETURN_RESULT -> dossier.returnResult(now);
      case SEND_BY_POST -> dossier.sendByPost(now);
      case HAND_OVER -> dossier.handOver(now);
      case CORRECT_RESULT -> dossier.correct(dossier.answers(), result, now);
      case REVOKE_RESULT -> dossier.revokeResult(now);
    };
  }

  @Test
  void cannotBeMovedAgainstTheTable() {
    assertThatThrownBy(() -> draft.accept(MONDAY)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> submitted().approve(MONDAY)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> submitted().refuse("Sai nơi", MONDAY).accept(MONDAY))
        .isInstanceOf(IllegalStateException.class);
  }
}
