package org.motcua.dossiers.filling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Enterprises;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DraftsTests extends DossiersTest {

  private static final String ANOTHER_WAITS = "Bạn đang có một hồ sơ làm dở";

  @Autowired DossierStore dossiers;

  @Test
  void aDoubleClickBeginsOneDraft() {
    var mother = births.mother();
    var answers = AtOnce.both(() -> begin(mother), () -> begin(mother));
    var third = begin(mother);

    assertThat(answers)
        .extracting(answer -> answer.getResponse().getRedirectedUrl())
        .containsOnly(third.getResponse().getRedirectedUrl());
    assertThat(draftsOf(mother)).hasSize(1);
  }

  @Test
  void aHalfFilledDraftIsNoticedAndASecondBegunOnlyWhenAskedFor() {
    var mother = births.mother();
    var first = idOf(begin(mother));
    as(mother).send(mine(first) + "/pages/declarant", births.typed("declarant"));

    assertThat(text(begin(mother))).contains(ANOTHER_WAITS, mine(first));
    assertThat(draftsOf(mother)).hasSize(1);

    var second =
        as(mother).send("/my/dossiers", "service", "birth-registration", "another", "true");
    assertThat(idOf(second)).isNotEqualTo(first);
    assertThat(draftsOf(mother)).hasSize(2);
  }

  @Test
  void aDraftIsThrownAwayOnceAndASubmittedDossierNever() {
    var mother = births.mother();
    var id = births.complete(mother);
    assertThat(text(as(mother).open(mine(id) + "/removal"))).contains("Xóa bản nháp này?");
    assertThat(as(mother).send(mine(id) + "/removal")).hasRedirectedUrl("/my/dossiers");
    assertThat(as(mother).send(mine(id) + "/removal")).hasRedirectedUrl("/my/dossiers");
    assertThat(as(mother).open(mine(id))).hasStatus(404);
    assertThat(draftsOf(mother)).isEmpty();

    var submitted = submittedBy(mother);
    as(mother).send(mine(submitted) + "/removal");
    assertThat(dossiers.find(submitted)).isPresent();
  }

  @Test
  void faultyAnswersAreToldAndKeptAsTheyWereTyped() {
    var mother = births.mother();
    var id = idOf(begin(mother));
    as(mother).send(mine(id) + "/pages/declarant", births.typed("declarant"));
    var typed = births.typed("child");
    typed.set("child.givenName", "B4o!");
    var page = as(mother).send(mine(id) + "/pages/child", typed);

    assertThat(page).hasStatusOk();
    assertThat(text(page)).contains("govuk-error-summary", "value=\"B4o!\"");
    assertThat(text(as(mother).open(mine(id) + "/pages/child"))).contains("value=\"B4o!\"");
    assertThat(dossier(id).answers().text("child.givenName")).contains("B4o!");
  }

  @Test
  void whatIsLeftForLaterIsKeptWithItsFaults() {
    var mother = births.mother();
    var id = idOf(begin(mother));
    var typed = births.typed("child");
    typed.set("child.givenName", "B4o!");
    typed.set("later", "true");

    assertThat(as(mother).send(mine(id) + "/pages/child", typed))
        .hasRedirectedUrl("/my/dossiers?saved");
    assertThat(dossier(id).answers().text("child.givenName")).contains("B4o!");
  }

  @Test
  void aPageLeadsToTheNextOrBackToTheReview() {
    var mother = births.mother();
    var id = births.complete(mother);
    var typed = births.typed("declarant");

    assertThat(as(mother).send(mine(id) + "/pages/declarant", typed))
        .hasRedirectedUrl(mine(id) + "/pages/child");
    typed.set("review", "true");
    assertThat(as(mother).send(mine(id) + "/pages/declarant", typed))
        .hasRedirectedUrl(mine(id) + "/review");
    assertThat(as(mother).open(mine(id) + "/pages/no-such-page")).hasStatus(404);
  }

  @Test
  void aSubmittedDossierTakesNoMoreAnswers() {
    var mother = births.mother();
    var id = submittedBy(mother);
    var before = dossier(id);
    var typed = births.typed("child");
    typed.set("child.givenName", "Bình");

    assertThat(as(mother).send(mine(id) + "/pages/child", typed)).hasRedirectedUrl(mine(id));
    assertThat(dossier(id)).isEqualTo(before);
  }

  @Test
  void whatNoTextCanHoldIsRefusedAsABadRequest() {
    var mother = births.mother();
    var id = births.complete(mother);
    var before = dossier(id);
    var typed = births.typed("child");
    typed.set("child.givenName", "Bảo\0");

    assertThat(as(mother).send(mine(id) + "/pages/child", typed)).hasStatus(400);
    assertThat(dossier(id)).isEqualTo(before);
  }

  @Test
  void anEnterpriseRegistersNoBirthAndNobodyBeginsWhatIsNotOffered() {
    var firm = as(Enterprises.saoVang());
    assertThat(text(firm.send("/my/dossiers", "service", "birth-registration")))
        .contains("Tài khoản này không nộp được thủ tục này");
    var mother = as(births.mother());
    assertThat(mother.send("/my/dossiers", "service", "no-such-service")).hasStatus(404);
    assertThat(mother.send("/my/dossiers", "service", "../etc")).hasStatus(404);
  }

  private MvcTestResult begin(CurrentUser mother) {
    return as(mother).send("/my/dossiers", "service", "birth-registration");
  }

  private List<Dossier> draftsOf(CurrentUser mother) {
    return dossiers.listOf(mother.id(), null, 10);
  }

  private static DossierId idOf(MvcTestResult begun) {
    var address = requireNonNull(begun.getResponse().getRedirectedUrl());
    return new DossierId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }
}
