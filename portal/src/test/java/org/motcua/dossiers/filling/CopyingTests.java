package org.motcua.dossiers.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.testing.Clicks.text;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motcua.documents.Documents;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.identity.Acting;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who was refused applies again, without typing everything again. */
class CopyingTests extends DossiersTest {

  private static final String REASON = "Giấy chứng sinh mờ, không đọc được";

  @Autowired DossierStore dossiers;
  @Autowired Documents documents;
  @Autowired Mandates mandates;

  @Test
  void aRefusedDossierIsCopiedWithItsAnswersAndFilesAndTheReasonIsTold() {
    var mother = births.mother();
    var former = refused(mother);
    assertThat(text(as(mother).open(mine(former)))).contains("Nộp lại với thông tin đã khai");

    var draft = copied(copy(mother, former));
    var before = dossier(former);
    var after = dossier(draft);
    assertThat(after.status()).isEqualTo(DossierStatus.DRAFT);
    assertThat(after.answers()).isEqualTo(before.answers());
    assertThat(after.attachments()).hasSize(1);
    var file = after.attachments().getFirst();
    var old = before.attachments().getFirst();
    assertThat(file.document()).isNotEqualTo(old.document());
    assertThat(documents.get(file.document()).sha256())
        .isEqualTo(documents.get(old.document()).sha256());
    assertThat(text(as(mother).open(mine(draft))))
        .contains(REASON, before.submittedCode().value(), "Kiểm tra và nộp");

    assertThat(as(mother).send(mine(draft) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(draft) + "?submitted");
    assertThat(dossiers.historyOf(draft).stream().map(HistoryEntry::event))
        .containsExactly(HistoryEntry.Event.COPIED, HistoryEntry.Event.SUBMITTED);
    assertThat(text(as(mother).open(mine(draft))))
        .contains("Lập từ hồ sơ trước", before.submittedCode().value());
    assertThat(dossier(former)).isEqualTo(before);
  }

  @Test
  void twoClicksMakeOneDraftAndSoDoesOneMoreBeforeItIsHandedIn() {
    var mother = births.mother();
    var former = refused(mother);
    var both = AtOnce.both(() -> copy(mother, former), () -> copy(mother, former));
    var draft = copied(both.getFirst());
    assertThat(copied(both.getLast())).isEqualTo(draft);
    assertThat(copied(copy(mother, former))).isEqualTo(draft);
    assertThat(dossiers.listDrafts(mother.id())).hasSize(1);
  }

  @Test
  void aHalfFilledDraftOfTheSameServiceIsToldAndTheCopyMadeBesideItWhereWanted() {
    var mother = births.mother();
    var former = refused(mother);
    births.withoutPaper(mother);
    assertThat(text(copy(mother, former))).contains("Bạn đang có một hồ sơ làm dở");
    assertThat(dossiers.listDrafts(mother.id())).hasSize(1);
    copied(as(mother).send(mine(former) + "/copy", "another", "true"));
    assertThat(dossiers.listDrafts(mother.id())).hasSize(2);
  }

  @Test
  void onlyWhatHasEndedIsCopiedAndOnlyByItsOwner() {
    var mother = births.mother();
    var running = submittedBy(mother);
    assertThat(copy(mother, running)).hasRedirectedUrl(mine(running));
    assertThat(text(as(mother).open(mine(running)))).doesNotContain(mine(running) + "/copy");
    var former = refused(mother);
    var stranger = births.mother();
    assertThat(copy(stranger, former)).hasStatus(404);
    assertThat(dossiers.listDrafts(stranger.id())).isEmpty();
    assertThat(dossiers.listDrafts(mother.id())).isEmpty();
  }

  @Test
  void whoActsForTheOwnerCopiesIfHeMayPrepareAndNoLongerThanTheMandateHolds() {
    var mother = births.mother();
    var former = refused(mother);
    var looking = acting(mother, births.mother(), Power.SEE);
    assertThat(copy(looking, former)).hasStatus(403);
    var preparing = acting(mother, births.mother(), Power.FILE);
    var draft = copied(copy(preparing, former));
    assertThat(dossier(draft).applicant().account()).isEqualTo(mother.id());
    as(mother).send(mine(draft) + "/removal");
    assertThat(dossiers.find(draft)).isEmpty();

    var acting = preparing.acting();
    if (acting != null) mandates.revoke(acting.mandate(), mother);
    assertThat(copy(preparing, former)).hasRedirectedUrl("/acting/ended");
    assertThat(dossiers.listDrafts(mother.id())).isEmpty();
  }

  @Test
  void aWithdrawnDossierIsCopiedWithAllItsFiles() {
    var mother = births.mother();
    var id = births.complete(mother);
    as(mother).upload(mine(id) + "/papers", BirthDrafts.MARRIAGE, "kết hôn.pdf", Files.pdf(8_000));
    as(mother).send(mine(id) + "/submission", "declared", "true");
    as(mother).send(mine(id) + "/withdrawal");
    as(Officers.hongHaReception()).send(desk(id) + "/withdrawal");
    assertThat(dossier(id).status()).isEqualTo(DossierStatus.STOPPED);
    var draft = copied(copy(mother, id));
    assertThat(dossier(draft).attachments()).hasSize(2);
    assertThat(dossier(draft).attachmentsOf(BirthDrafts.MARRIAGE)).hasSize(1);
  }

  private DossierId refused(CurrentUser mother) {
    var id = submittedBy(mother);
    as(Officers.hongHaReception()).send(desk(id) + "/refusal", "reason", REASON);
    assertThat(dossier(id)).extracting(Dossier::status).isEqualTo(DossierStatus.REFUSED);
    return id;
  }

  private MvcTestResult copy(CurrentUser user, DossierId former) {
    return as(user).send(mine(former) + "/copy");
  }

  private static DossierId copied(MvcTestResult answer) {
    assertThat(answer).hasStatus3xxRedirection();
    var address = String.valueOf(answer.getResponse().getRedirectedUrl());
    return new DossierId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }

  private CurrentUser acting(CurrentUser owner, CurrentUser helper, Power power) {
    var mandate =
        mandates.grant(
            new NewMandate(
                MandateKind.DELEGATION,
                owner.id(),
                helper.id(),
                Set.of(power),
                new MandateScope.All(),
                null),
            owner);
    return new CurrentUser(
        owner.id(),
        owner.kind(),
        owner.name(),
        helper.level(),
        new Acting(helper.id(), helper.kind(), helper.name(), mandate.id()));
  }
}
