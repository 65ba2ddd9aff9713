package org.motcua.exchange.electricity;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.identity.CurrentUser;
import org.motcua.testing.MovableClock;
import org.motcua.testing.PowerCompany;
import org.springframework.beans.factory.annotation.Autowired;

/** Citizens who want power, and the company that gives it. */
abstract class ElectricityTest extends DossiersTest {

  @Autowired PowerDrafts drafts;
  @Autowired DossierStore dossiers;
  @Autowired HandOver handOver;
  @Autowired FollowRequests follow;
  @Autowired MovableClock clock;

  @AfterEach
  void mendTheCompany() {
    PowerCompany.mend();
  }

  DossierId submit(CurrentUser applicant) {
    var id = drafts.complete(applicant, births.phoneOf(applicant));
    assertThat(as(applicant).send(mine(id) + "/submission", "declared", "true"))
        .hasRedirectedUrl(mine(id) + "?submitted");
    return id;
  }

  /** The company's document code for a dossier that has just been handed over. */
  String awaitDocumentCode(DossierId id) {
    await().atMost(ofSeconds(20)).until(() -> status(id) != DossierStatus.REGISTERED);
    return documentCode(id);
  }

  String documentCode(DossierId id) {
    return PowerCompany.codeOf(codeOf(id)).orElseThrow();
  }

  String codeOf(DossierId id) {
    return dossier(id).submittedCode().value();
  }

  DossierStatus status(DossierId id) {
    return dossier(id).status();
  }

  List<Event> events(DossierId id) {
    return dossiers.historyOf(id).stream().map(HistoryEntry::event).toList();
  }

  /** Its next turn to be asked about. */
  void askTheCompany() {
    clock.advance(Duration.ofHours(1));
    follow.follow();
  }
}
