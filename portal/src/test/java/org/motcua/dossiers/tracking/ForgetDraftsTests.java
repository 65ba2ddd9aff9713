package org.motcua.dossiers.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motcua.documents.DocumentId;
import org.motcua.documents.Documents;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.motcua.identity.AccountReclaimed.Formerly;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ForgetDraftsTests extends DossiersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired DossierStore dossiers;
  @Autowired Documents documents;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  @Test
  void draftsGoWithTheirPapersAndWhatWasHandedInStays() {
    var mother = births.mother();
    var handedIn = submittedBy(mother);
    var draft = births.complete(mother);
    var paper = paper(draft);
    var others = births.complete(births.mother());

    tell(new AccountClosed(mother.id(), Instant.now()));
    await().atMost(PATIENCE).until(() -> dossiers.find(draft).isEmpty());
    assertThat(documents.find(paper)).isEmpty();
    assertThat(documents.find(paper(handedIn))).isPresent();
    assertThat(dossier(handedIn).status().draft()).isFalse();
    assertThat(documents.find(paper(others))).isPresent();
  }

  @Test
  void aThiefsDraftGoesAndTheHoldersOwnStays() {
    var mother = births.mother();
    var own = births.withoutPaper(mother);
    var later = madeAt(own).plusMillis(1);
    await().until(() -> Instant.now().isAfter(later));
    var thiefs = births.complete(mother);

    tell(new AccountReclaimed(mother.id(), later, Formerly.A_THIEFS));
    await().atMost(PATIENCE).until(() -> dossiers.find(thiefs).isEmpty());
    assertThat(dossiers.find(own)).isPresent();
  }

  @Test
  void whoWasKnownBeforeKeepsTheDraftsAndWhoWasNotDoesNot() {
    var known = births.mother();
    var unknown = births.mother();
    var kept = births.complete(known);
    var gone = births.complete(unknown);
    tell(new AccountReclaimed(known.id(), Instant.EPOCH, Formerly.HIS_OWN));
    tell(new AccountReclaimed(unknown.id(), Instant.EPOCH, Formerly.PERHAPS_ANOTHERS));
    await().atMost(PATIENCE).until(() -> dossiers.find(gone).isEmpty());
    assertThat(dossiers.find(kept)).isPresent();
  }

  @Test
  void aDraftThatIsThrownAwayTakesItsPapersAlong() {
    var mother = births.mother();
    var draft = births.complete(mother);
    var paper = paper(draft);
    as(mother).send(mine(draft) + "/removal");
    assertThat(dossiers.find(draft)).isEmpty();
    assertThat(documents.find(paper)).isEmpty();
  }

  @Test
  void aPaperTakenOutOfADraftIsGoneAndNobodyElsesCanBeTakenSo() {
    var mother = births.mother();
    var draft = births.complete(mother);
    var paper = paper(draft);
    var others = paper(births.complete(births.mother()));
    as(mother).send(mine(draft) + "/papers/" + others + "/removal");
    assertThat(documents.find(others)).isPresent();
    as(mother).send(mine(draft) + "/papers/" + paper + "/removal");
    assertThat(documents.find(paper)).isEmpty();
  }

  @Test
  void theSamePaperSentTwiceIsKeptOnce() {
    var mother = births.mother();
    var draft = births.withoutPaper(mother);
    var before = count();
    var file = Files.pdf();
    for (var time = 0; time < 2; time++) {
      as(mother).upload(mine(draft) + "/papers", BirthDrafts.PROOF, "a.pdf", file);
    }
    assertThat(count()).isEqualTo(before + 1);
  }

  private long count() {
    return jdbc.sql("select count(*) from documents.stored_document").query(Long.class).single();
  }

  private DocumentId paper(DossierId id) {
    return dossier(id).attachments().getFirst().document();
  }

  private static Instant madeAt(DossierId id) {
    return Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
  }

  private void tell(Object event) {
    transaction.executeWithoutResult(status -> events.publishEvent(event));
  }
}
