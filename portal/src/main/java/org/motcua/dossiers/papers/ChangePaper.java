package org.motcua.dossiers.papers;

import java.util.Map;
import java.util.Optional;
import org.motcua.documents.Documents;
import org.motcua.dossiers.model.KeptPaper;
import org.motcua.dossiers.model.KeptPaperId;
import org.motcua.dossiers.model.KeptPaperStore;
import org.motcua.identity.AccountId;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Renames a paper of a store, or takes it out. */
@Service
class ChangePaper {

  private final OwnPapers own;
  private final KeptPaperStore papers;
  private final Documents documents;
  private final AuditTrail audit;

  ChangePaper(OwnPapers own, KeptPaperStore papers, Documents documents, AuditTrail audit) {
    this.own = own;
    this.papers = papers;
    this.documents = documents;
    this.audit = audit;
  }

  @Transactional
  Optional<KeptPaper> change(KeptPaperId id, CurrentUser user, NewPaper said) {
    var paper = own.findForUpdate(id, user, Power.FILE);
    paper
        .map(before -> before.called(said.name(), said.kind(), said.validUntil()))
        .filter(after -> !after.equals(paper.get()))
        .ifPresent(
            after -> {
              papers.save(after);
              audit.record(
                  user.actor(),
                  "dossiers.paper-changed",
                  "paper",
                  id.toString(),
                  Map.of("kind", after.kind().name()));
            });
    return paper;
  }

  /** Dossiers that have it keep it. Twice is once. */
  @Transactional
  void remove(KeptPaperId id, CurrentUser user) {
    own.findForUpdate(id, user, Power.FILE).ifPresent(paper -> remove(paper, user.actor()));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(KeptPaper paper, String actor) {
    if (!papers.delete(paper)) return;
    documents.remove(paper.document());
    audit.record(
        actor, "dossiers.paper-removed", "paper", paper.id().toString(), owner(paper.owner()));
  }

  private static Map<String, String> owner(AccountId owner) {
    return Map.of("owner", owner.toString());
  }
}
