package org.motcua.dossiers.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.dossiers.handling.Sight.FACTS;
import static org.motcua.dossiers.handling.Sight.NONE;
import static org.motcua.dossiers.handling.Sight.WHOLE;
import static org.motcua.dossiers.model.DossierStatus.ACCEPTED;
import static org.motcua.dossiers.model.DossierStatus.ADDITIONS_REQUESTED;
import static org.motcua.dossiers.model.DossierStatus.DRAFT;
import static org.motcua.dossiers.model.DossierStatus.FINISHED;
import static org.motcua.dossiers.model.DossierStatus.IN_PROCESS;
import static org.motcua.dossiers.model.DossierStatus.REFUSED;
import static org.motcua.dossiers.model.DossierStatus.REGISTERED;
import static org.motcua.dossiers.model.DossierStatus.RETURNED;
import static org.motcua.dossiers.model.DossierStatus.STOPPED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;

class SightTest {

  private static final AgencyId AGENCY = new AgencyId("000.00.19.H26");

  private record Rule(
      DossierStatus status,
      boolean accepted,
      Sight reception,
      Sight specialist,
      Sight leader,
      Sight resultDesk) {}

  private static final List<Rule> TABLE =
      List.of(
          new Rule(DRAFT, false, NONE, NONE, NONE, NONE),
          new Rule(REGISTERED, false, WHOLE, NONE, WHOLE, NONE),
          new Rule(REFUSED, false, FACTS, NONE, WHOLE, NONE),
          new Rule(ADDITIONS_REQUESTED, false, WHOLE, NONE, WHOLE, NONE),
          new Rule(ADDITIONS_REQUESTED, true, FACTS, WHOLE, WHOLE, NONE),
          new Rule(ACCEPTED, true, FACTS, WHOLE, WHOLE, NONE),
          new Rule(IN_PROCESS, true, FACTS, WHOLE, WHOLE, NONE),
          new Rule(STOPPED, false, FACTS, NONE, WHOLE, NONE),
          new Rule(STOPPED, true, FACTS, FACTS, WHOLE, NONE),
          new Rule(FINISHED, true, FACTS, FACTS, WHOLE, FACTS),
          new Rule(RETURNED, true, FACTS, FACTS, WHOLE, FACTS));

  @Test
  void eachPostSeesWhatItNeeds() {
    for (var rule : TABLE) {
      var status = rule.status();
      var of = status + (rule.accepted() ? " once accepted" : "");
      assertThat(Sight.of(Role.RECEPTION, status, rule.accepted()))
          .as(of)
          .isEqualTo(rule.reception);
      for (var role : List.of(Role.SPECIALIST, Role.HEAD)) {
        assertThat(Sight.of(role, status, rule.accepted())).as(of).isEqualTo(rule.specialist);
      }
      assertThat(Sight.of(Role.LEADER, status, rule.accepted())).as(of).isEqualTo(rule.leader);
      assertThat(Sight.of(Role.RESULT_DESK, status, rule.accepted()))
          .as(of)
          .isEqualTo(rule.resultDesk);
    }
  }

  @Test
  void whoKeepsPostsOrTextsSeesNoDossier() {
    for (var role :
        List.of(
            Role.ADMINISTRATOR,
            Role.SUPPORT,
            Role.PROCEDURE_EDITOR,
            Role.PROCEDURE_CONTROLLER,
            Role.ACCOUNTANT)) {
      assertThat(officer(role).visible().nothing()).as(role.name()).isTrue();
    }
  }

  @Test
  void listsFollowTheSameRule() {
    assertThat(officer(Role.LEADER).visible().always())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(DRAFT)));
    var specialist = officer(Role.SPECIALIST).visible();
    for (var status : DossierStatus.values()) {
      assertThat(specialist.always().contains(status))
          .as(status.name())
          .isEqualTo(Sight.of(Role.SPECIALIST, status, false) != NONE);
      assertThat(specialist.always().contains(status) || specialist.onceAccepted().contains(status))
          .as(status.name())
          .isEqualTo(Sight.of(Role.SPECIALIST, status, true) != NONE);
    }
  }

  @Test
  void onlyWhoMeetsTheApplicantSeesHisPhone() {
    assertThat(officer(Role.RECEPTION).seesContact()).isTrue();
    assertThat(officer(Role.RESULT_DESK).seesContact()).isFalse();
  }

  private static DeskOfficer officer(Role... roles) {
    return DeskOfficer.here(
        new AccountId(UUID.randomUUID()),
        "Lê Thu Hà",
        AGENCY,
        EnumSet.copyOf(Arrays.asList(roles)),
        Map.of());
  }
}
