package org.motcua.dossiers.tracking;

import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Binding;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.sharing.SharingNotices;
import org.motcua.dossiers.signing.SigningNotices;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Throws a draft away that stands alone; a submitted dossier can only be withdrawn. Twice is once.
 */
@Service
public class DiscardDraft {

  private final OwnDossiers own;
  private final SharingNotices sharing;
  private final SigningNotices signing;
  private final RemoveDraft removeDraft;

  DiscardDraft(
      OwnDossiers own, SharingNotices sharing, SigningNotices signing, RemoveDraft removeDraft) {
    this.own = own;
    this.sharing = sharing;
    this.signing = signing;
    this.removeDraft = removeDraft;
  }

  @Transactional
  public void discard(DossierId id, CurrentUser user) {
    own.findForUpdate(id, user, Power.FILE)
        .filter(dossier -> dossier.status().draft() && dossier.binding() == Binding.ALONE)
        .ifPresent(draft -> discard(draft, user));
  }

  /** One that the caller has locked; whoever filled in or signs besides is told. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void discard(Dossier draft, CurrentUser user) {
    sharing.discarded(draft);
    signing.discarded(draft);
    removeDraft.remove(draft, user.actor());
  }
}
