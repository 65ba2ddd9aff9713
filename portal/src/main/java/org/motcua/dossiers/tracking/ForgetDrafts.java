package org.motcua.dossiers.tracking;

import java.time.Instant;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.BundleStore;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.identity.AccountClosed;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountReclaimed;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What was never handed in goes with the person. A dossier that was handed in is a public record,
 * which the law on archives keeps.
 */
@Component
class ForgetDrafts {

  private static final int MILLISECONDS_BEGIN_AT = 16;

  private final DossierStore dossiers;
  private final BundleStore bundles;
  private final RemoveDraft removeDraft;

  ForgetDrafts(DossierStore dossiers, BundleStore bundles, RemoveDraft removeDraft) {
    this.dossiers = dossiers;
    this.bundles = bundles;
    this.removeDraft = removeDraft;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    forget(closed.account(), Instant.EPOCH);
  }

  /** The draft of a thief, or of whoever had the account before, is not for its holder to read. */
  @ApplicationModuleListener
  void on(AccountReclaimed reclaimed) {
    reclaimed.othersSince().ifPresent(since -> forget(reclaimed.account(), since));
  }

  private void forget(AccountId account, Instant since) {
    dossiers.listDrafts(account).stream()
        .filter(draft -> !begun(draft.id()).isBefore(since))
        .flatMap(draft -> dossiers.findForUpdate(draft.id()).stream())
        .filter(dossier -> dossier.status().draft())
        .forEach(draft -> removeDraft.remove(draft, "system:dossiers"));
    bundles.forgetDrafts(account, since);
  }

  /** An id is a UUID of version 7: it begins with the time at which it was made. */
  private static Instant begun(DossierId id) {
    return Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> MILLISECONDS_BEGIN_AT);
  }
}
