package org.motcua.dossiers.tracking;

import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws a draft away; a submitted dossier can only be withdrawn. Twice is once. */
@Service
class DiscardDraft {

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final AuditTrail audit;

  DiscardDraft(DossierStore dossiers, OwnDossiers own, AuditTrail audit) {
    this.dossiers = dossiers;
    this.own = own;
    this.audit = audit;
  }

  @Transactional
  void discard(DossierId id, CurrentUser user) {
    own.findForUpdate(id, user, Power.FILE)
        .filter(dossier -> dossier.status().draft())
        .ifPresent(
            draft -> {
              dossiers.delete(draft);
              audit.record(
                  user.actor(),
                  "dossiers.discarded",
                  "dossier",
                  id.toString(),
                  Map.of("service", draft.service().slug().value()));
            });
  }
}
