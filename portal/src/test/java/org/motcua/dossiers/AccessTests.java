package org.motcua.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.FormToken.csrf;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

class AccessTests extends DossiersTest {

  @Autowired DossierStore dossiers;
  @Autowired TransactionTemplate transaction;

  @Test
  void anotherCitizensDossierIsNotThere() {
    var id = submittedBy(births.mother());
    var paper = dossier(id).attachments().getFirst().document().value();
    var stranger = as(births.mother());

    for (var page :
        List.of(
            "",
            "/review",
            "/pages/child",
            "/papers",
            "/papers/" + paper,
            "/receipt.pdf",
            "/result.pdf",
            "/removal")) {
      assertThat(stranger.open(mine(id) + page)).as(page).hasStatus(404);
    }
  }

  @Test
  void anotherCitizenChangesNothing() {
    var id = births.complete(births.mother());
    var before = dossier(id);
    var paper = before.attachments().getFirst().document().value();
    var stranger = as(births.mother());

    assertThat(stranger.send(mine(id) + "/submission", "declared", "true")).hasStatus(404);
    assertThat(stranger.send(mine(id) + "/additions")).hasStatus(404);
    assertThat(stranger.send(mine(id) + "/pages/child", births.typed("child"))).hasStatus(404);
    assertThat(stranger.upload(mine(id) + "/papers", BirthDrafts.PROOF, "a.pdf", Files.pdf()))
        .hasStatus(404);
    stranger.send(mine(id) + "/papers/" + paper + "/removal");
    stranger.send(mine(id) + "/removal");
    stranger.send(mine(id) + "/withdrawal");
    assertThat(dossier(id)).isEqualTo(before);
  }

  @Test
  void aStrangerNeitherLocksAnothersDraftNorWaitsForIt() {
    var id = births.complete(births.mother());
    var stranger = as(births.mother());
    for (var act : List.of("/pages/child", "/pages/child/typing", "/submission", "/removal")) {
      var answer = whileLocked(id, () -> stranger.send(mine(id) + act, births.typed("child")));
      assertThat(answer.getResponse().getStatus()).as(act).isIn(404, 302);
    }
  }

  private MvcTestResult whileLocked(DossierId id, Supplier<MvcTestResult> act) {
    return transaction.execute(
        status -> {
          dossiers.findForUpdate(id);
          return CompletableFuture.supplyAsync(act).orTimeout(10, TimeUnit.SECONDS).join();
        });
  }

  @Test
  void anOfficerOfAnotherAgencyNeitherSeesNorDoesAnything() {
    var id = submittedBy(births.mother());
    var before = dossier(id);
    var paper = before.attachments().getFirst().document().value();

    for (var officer : List.of(Officers.baiChayReception(), Officers.baiChayLeader())) {
      var other = as(officer);
      for (var page :
          List.of(
              "",
              "/addition-request",
              "/papers-of-agency/control-sheet.pdf",
              "/term",
              "/papers/" + paper)) {
        assertThat(other.open(desk(id) + page)).as(page).hasStatus(404);
      }
      for (var act : List.of("/acceptance", "/handling", "/withdrawal")) {
        assertThat(other.send(desk(id) + act)).as(act).hasStatus(404);
      }
      assertThat(other.send(desk(id) + "/refusal", "reason", "Không")).hasStatus(404);
      assertThat(other.send(desk(id) + "/refusal")).hasStatus(404);
      assertThat(other.send(desk(id) + "/addition-request", "point:whole", "Ảnh mờ"))
          .hasStatus(404);
      assertThat(other.send(desk(id) + "/preparation", "step", "1")).hasStatus(404);
      assertThat(other.send(desk(id) + "/decision", "step", "2", "verdict", "approve"))
          .hasStatus(404);
      assertThat(other.open("/desk/search?code=" + before.submittedCode())).hasStatusOk();
    }
    assertThat(dossier(id)).isEqualTo(before);
    assertThat(dossiers.historyOf(id)).hasSize(1);
  }

  @Test
  void aDraftIsNoOfficersBusiness() {
    var id = births.complete(births.mother());
    assertThat(as(Officers.hongHaReception()).open(desk(id))).hasStatus(404);
    assertThat(as(Officers.hongHaReception()).send(desk(id) + "/acceptance")).hasStatus(404);
  }

  @Test
  void whoHasNotSignedInIsAskedToAndACitizenHasNoDesk() {
    var mother = births.mother();
    var id = submittedBy(mother);

    assertThat(mvc.get().uri(mine(id)).exchange().getResponse().getRedirectedUrl())
        .endsWith("/sign-in");
    assertThat(mvc.get().uri(desk(id)).exchange().getResponse().getRedirectedUrl())
        .endsWith("/sign-in");
    assertThat(
            mvc.post()
                .uri(mine(id) + "/withdrawal")
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl())
        .endsWith("/sign-in");
    assertThat(as(mother).open("/desk")).hasStatus(403);
    assertThat(as(mother).send(desk(id) + "/acceptance")).hasStatus(403);
    assertThat(as(Officers.hongHaReception()).open(mine(id))).hasStatus(403);
  }

  @Test
  void anOfficerWithoutAPostHasNoDesk() {
    var id = submittedBy(births.mother());
    assertThat(as(Officers.haLongAdmin()).open(desk(id))).hasStatus(404);
  }
}
