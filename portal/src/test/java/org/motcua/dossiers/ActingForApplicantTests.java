package org.motcua.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Files;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.testing.Clicks;
import org.motcua.testing.Officers;
import org.motcua.testing.Phones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ActingForApplicantTests extends DossiersTest {

  private static final MandateScope ALL = new MandateScope.All();

  @Autowired Mandates mandates;
  @Autowired JdbcClient jdbc;

  private CurrentUser mother;
  private CurrentUser aunt;

  @BeforeEach
  void motherAndAunt() {
    mother = births.mother();
    aunt = births.mother();
  }

  @Test
  void theDossierSaysWhoHandedItInForWhom() {
    var id = births.complete(mother);
    var acting = auntActs(ALL, Power.FILE, Power.SIGN);
    assertThat(as(acting).send(mine(id) + "/submission", "declared", "true"))
        .hasStatus3xxRedirection();

    assertThat(dossier(id).applicant().account()).isEqualTo(mother.id());
    assertThat(Clicks.text(as(mother).open(mine(id)))).contains("Người nộp thay", aunt.name());
    assertThat(Clicks.text(as(Officers.hongHaReception()).open(desk(id))))
        .contains("Người nộp thay", "làm thay");
    assertThat(actorOf(id, "dossiers.submitted"))
        .isEqualTo("account:" + aunt.id() + " for account:" + mother.id());
  }

  @Test
  void theApplicantIsToldByMessageWhoFiledWhat() {
    var phone = births.phoneOf(mother);
    Phones.clear(phone);
    var id = births.complete(mother);
    as(auntActs(ALL, Power.SIGN)).send(mine(id) + "/submission", "declared", "true");
    assertThat(Phones.awaitSmsWith("đã nhận ủy quyền của bạn", phone)).contains(aunt.name());
    assertThat(Phones.awaitSmsWith("đã nộp hồ sơ", phone))
        .contains(aunt.name() + " đã nộp hồ sơ " + dossier(id).submittedCode() + " thay bạn");
  }

  @Test
  void whoFilesForHimselfIsNotSaidToBeHelped() {
    var id = submittedBy(mother);
    assertThat(Clicks.text(as(mother).open(mine(id)))).doesNotContain("Người nộp thay");
    assertThat(actorOf(id, "dossiers.submitted")).isEqualTo("account:" + mother.id());
  }

  @Test
  void whoMayOnlySeeChangesNothing() {
    var id = births.complete(mother);
    var before = dossier(id);
    var paper = before.attachments().getFirst().document().value();
    var acting = as(auntActs(ALL, Power.SEE));

    assertThat(acting.open(mine(id))).hasStatusOk();
    assertThat(acting.open(mine(id) + "/papers/" + paper)).hasStatusOk();
    for (var page : List.of("/pages/child", "/papers", "/review")) {
      assertThat(acting.open(mine(id) + page)).as(page).hasStatus(403);
    }
    assertThat(acting.send(mine(id) + "/pages/child", births.typed("child"))).hasStatus(403);
    assertThat(acting.upload(mine(id) + "/papers", BirthDrafts.PROOF, "a.pdf", Files.pdf()))
        .hasStatus(403);
    assertThat(acting.send(mine(id) + "/papers/" + paper + "/removal")).hasStatus(403);
    assertThat(acting.send(mine(id) + "/submission", "declared", "true")).hasStatus(403);
    assertThat(acting.send(mine(id) + "/removal")).hasStatus(403);
    assertThat(acting.send("/my/dossiers", "service", "birth-registration", "another", "true"))
        .hasStatus(403);
    assertThat(dossier(id)).isEqualTo(before);
  }

  @Test
  void whoMayPrepareFillsInButDoesNotDeclare() {
    var id = births.complete(mother);
    var acting = as(auntActs(ALL, Power.FILE));
    assertThat(acting.open(mine(id) + "/pages/child")).hasStatusOk();
    assertThat(acting.send(mine(id) + "/pages/child", births.typed("child")))
        .hasStatus3xxRedirection();
    assertThat(Clicks.text(acting.open(mine(id) + "/review")))
        .contains("không được cam đoan và nộp thay")
        .doesNotContain("/submission");
    var refused = acting.send(mine(id) + "/submission", "declared", "true");
    assertThat(refused).hasStatus(403);
    assertThat(Clicks.text(refused)).contains("Ủy quyền không bao gồm việc này");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.DRAFT);
  }

  @Test
  void whoMaySignReadsWhatHeDeclaresButDoesNotFillIn() {
    var id = births.complete(mother);
    var acting = as(auntActs(ALL, Power.SIGN));
    assertThat(acting.open(mine(id) + "/pages/child")).hasStatus(403);
    assertThat(Clicks.text(acting.open(mine(id) + "/review")))
        .contains(mine(id) + "/submission")
        .doesNotContain(mine(id) + "/pages/", mine(id) + "/papers");
    assertThat(acting.send(mine(id) + "/submission", "declared", "true")).hasStatus3xxRedirection();
  }

  @Test
  void onlyWhoSignsAsksForItBack() {
    var id = submittedBy(mother);
    assertThat(as(auntActs(ALL, Power.FILE)).send(mine(id) + "/withdrawal")).hasStatus(403);
    assertThat(as(auntActs(ALL, Power.SIGN)).send(mine(id) + "/withdrawal"))
        .hasStatus3xxRedirection();
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.WITHDRAWAL_REQUESTED);
  }

  @Test
  void aMandateForOneDossierShowsThatOneAlone() {
    var entrusted = submittedBy(mother);
    var other = submittedBy(mother);
    var draft = births.complete(mother);
    var code = dossier(entrusted).submittedCode().value();
    var acting = as(auntActs(new MandateScope.Dossier(code), Power.FILE, Power.SIGN));

    assertThat(acting.open(mine(entrusted))).hasStatusOk();
    for (var hidden : List.of(other, draft)) {
      for (var page : List.of("", "/review", "/papers", "/pages/child", "/receipt.pdf")) {
        assertThat(acting.open(mine(hidden) + page)).as(page).hasStatus(404);
      }
      acting.send(mine(hidden) + "/withdrawal");
      acting.send(mine(hidden) + "/removal");
    }
    assertThat(Clicks.text(acting.open("/my/dossiers")))
        .contains(code)
        .doesNotContain(dossier(other).submittedCode().value(), draft.toString());
    assertThat(acting.send("/my/dossiers", "service", "birth-registration")).hasStatus(403);
    assertThat(dossier(other).status()).isEqualTo(DossierStatus.REGISTERED);
  }

  @Test
  void aMandateForOneProcedureReachesNoOther() {
    var id = submittedBy(mother);
    var birth = dossier(id).service().procedure().value();
    var other = as(auntActs(new MandateScope.Procedure("9.999999"), Power.FILE, Power.SIGN));
    assertThat(other.open(mine(id))).hasStatus(404);
    assertThat(Clicks.text(other.open("/my/dossiers"))).doesNotContain(id.toString());
    assertThat(other.send("/my/dossiers", "service", "birth-registration")).hasStatus(403);

    var right = as(auntActs(new MandateScope.Procedure(birth), Power.FILE, Power.SIGN));
    assertThat(right.open(mine(id))).hasStatusOk();
    assertThat(Clicks.text(right.open("/my/dossiers"))).contains(id.toString());
    assertThat(right.send("/my/dossiers", "service", "birth-registration"))
        .hasStatus3xxRedirection();
  }

  @Test
  void theActorsOwnDossiersAreNotTheRepresenteds() {
    var own = births.complete(aunt);
    var acting = as(auntActs(ALL, Power.FILE, Power.SIGN));
    assertThat(acting.open(mine(own))).hasStatus(404);
    assertThat(acting.send(mine(own) + "/submission", "declared", "true")).hasStatus(404);
  }

  private CurrentUser auntActs(MandateScope scope, Power... powers) {
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.DELEGATION, mother.id(), aunt.id(), Set.of(powers), scope, null),
            mother);
    return new CurrentUser(
        mother.id(),
        mother.kind(),
        mother.name(),
        aunt.level(),
        new Acting(aunt.id(), aunt.kind(), aunt.name(), mandate.id()));
  }

  private String actorOf(DossierId id, String action) {
    return jdbc.sql(
            "select actor from platform.audit_entry where object_id = :id and action = :action")
        .param("id", id.toString())
        .param("action", action)
        .query(String.class)
        .single();
  }
}
