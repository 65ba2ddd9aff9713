package org.motcua.dossiers.tracking;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.Power;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant asks for the dossier back; the desk grants it. Once it is decided, nothing moves.
 */
@Service
class WithdrawDossier {

  private final DossierStore dossiers;
  private final OwnDossiers own;
  private final OnlineServices services;
  private final AuditTrail audit;
  private final Clock clock;

  WithdrawDossier(
      DossierStore dossiers,
      OwnDossiers own,
      OnlineServices services,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.own = own;
    this.services = services;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  void withdraw(DossierId id, CurrentUser user) {
    own.findForUpdate(id, user, Power.SIGN)
        .filter(dossier -> isPossible(dossier, serviceOf(dossier)))
        .ifPresent(dossier -> withdraw(dossier, user));
  }

  /** Who handles it outside is asked there to end it: nobody here could grant that. */
  static boolean isPossible(Dossier dossier, OnlineService service) {
    return dossier.allows(Act.REQUEST_WITHDRAWAL) && service.handedTo() == null;
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private void withdraw(Dossier dossier, CurrentUser user) {
    var now = clock.instant();
    var asked = dossier.requestWithdrawal(now);
    dossiers.save(asked);
    dossiers.append(
        asked.id(),
        new HistoryEntry(
            now,
            HistoryEntry.Event.WITHDRAWAL_REQUESTED,
            asked.status(),
            asked.step(),
            own.actor(asked, user),
            null));
    audit.record(
        user.actor(),
        "dossiers.withdrawal_requested",
        "dossier",
        asked.id().toString(),
        Map.of("code", asked.submittedCode().value()));
  }
}
