package org.motcua.dossiers.tracking;

import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws a draft away; a submitted dossier can only be withdrawn. Twice is once. */
@Service
class DiscardDraft {

  private final OwnDossiers own;
  private final RemoveDraft removeDraft;

  DiscardDraft(OwnDossiers own, RemoveDraft removeDraft) {
    this.own = own;
    this.removeDraft = removeDraft;
  }

  @Transactional
  void discard(DossierId id, CurrentUser user) {
    own.findForUpdate(id, user, Power.FILE)
        .filter(dossier -> dossier.status().draft())
        .ifPresent(draft -> removeDraft.remove(draft, user.actor()));
  }
}
