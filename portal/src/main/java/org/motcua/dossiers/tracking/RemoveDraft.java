package org.motcua.dossiers.tracking;

import java.util.Map;
import org.motcua.documents.Documents;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A draft goes with its papers: no agency has ever seen them. */
@Component
public class RemoveDraft {

  private final DossierStore dossiers;
  private final Documents documents;
  private final FeePayments payments;
  private final AuditTrail audit;

  RemoveDraft(DossierStore dossiers, Documents documents, FeePayments payments, AuditTrail audit) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.payments = payments;
    this.audit = audit;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Dossier draft, String actor) {
    payments.discarded(draft.id());
    dossiers.delete(draft);
    draft.attachments().forEach(paper -> documents.remove(paper.document()));
    audit.record(
        actor,
        "dossiers.discarded",
        "dossier",
        draft.id().toString(),
        Map.of("service", draft.service().slug().value()));
  }
}
