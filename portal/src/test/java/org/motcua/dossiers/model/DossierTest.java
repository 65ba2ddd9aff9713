package org.motcua.dossiers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierId;
import org.motcua.eservices.ServiceSlug;
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
        new DossierCode("H49.12.03-201207-0001"),
        new AgencyId("000.03.12.H49"),
        Answers.none(),
        MONDAY,
        TUESDAY);
  }

  private Dossier inProcess() {
    return submitted().accept(MONDAY).takeUp(OFFICER, MONDAY);
  }

  @Test
  void goesFromDraftToReturnedResult() {
    var decided = inProcess().passTo(2, null, TUESDAY).approve(TUESDAY);
    var returned =
        decided.returnResult(new Result(new DocumentId(UUID.randomUUID()), "ABCD"), TUESDAY);

    assertThat(returned.status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(returned.term().finishedAt()).isEqualTo(TUESDAY);
    assertThat(returned.term().late(WEDNESDAY)).isFalse();
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
  void cannotBeMovedAgainstTheTable() {
    assertThatThrownBy(() -> draft.accept(MONDAY)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> submitted().approve(MONDAY)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> submitted().refuse("Sai nơi", MONDAY).accept(MONDAY))
        .isInstanceOf(IllegalStateException.class);
  }
}
