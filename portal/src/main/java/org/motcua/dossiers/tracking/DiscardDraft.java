package org.motcua.dossiers.tracking;

import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.identity.AccountId;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws a draft away; a submitted dossier can only be withdrawn. Twice is once. */
@Service
class DiscardDraft {

  private final DossierStore dossiers;
  private final AuditTrail audit;

  DiscardDraft(DossierStore dossiers, AuditTrail audit) {
    this.dossiers = dossiers;
    this.audit = audit;
  }

  @Transactional
  void discard(DossierId id, AccountId applicant) {
    dossiers
        .findOwnForUpdate(id, applicant)
        .filter(dossier -> dossier.status().draft())
        .ifPresent(
            draft -> {
              dossiers.delete(draft);
              audit.record(
                  "account:" + applicant,
                  "dossiers.discarded",
                  "dossier",
                  id.toString(),
                  Map.of("service", draft.service().slug().value()));
            });
  }
}
