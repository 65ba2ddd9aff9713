package org.motcua.dossiers.papers;

import java.time.Instant;
import java.util.function.Predicate;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountReclaimed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A store goes with its owner; what was handed in from it stays with the dossiers. */
@Component
class ForgetPapers {

  private final KeptPaperStore papers;
  private final ChangePaper changePaper;

  ForgetPapers(KeptPaperStore papers, ChangePaper changePaper) {
    this.papers = papers;
    this.changePaper = changePaper;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    papers.listSince(closed.account(), Instant.EPOCH).forEach(this::remove);
  }

  /** What another has put there is not for its holder; what agencies have issued to him is. */
  @ApplicationModuleListener
  void on(AccountReclaimed reclaimed) {
    reclaimed
        .othersSince()
        .ifPresent(
            since ->
                papers.listSince(reclaimed.account(), since).stream()
                    .filter(Predicate.not(paper -> paper.source().issued()))
                    .forEach(this::remove));
  }

  private void remove(KeptPaper paper) {
    changePaper.remove(paper, "system:dossiers");
  }
}
