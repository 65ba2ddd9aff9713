package org.motcua.dossiers.tracking;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.access.OwnDossiers;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
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
public class WithdrawDossier {

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

  /** What becomes of it; asked twice is asked once. */
  public enum Outcome {
    ASKED,
    TOO_LATE,
    NO_SUCH_DOSSIER
  }

  @Transactional
  public Outcome withdraw(DossierId id, CurrentUser user) {
    var found = own.findForUpdate(id, user, Power.SIGN);
    if (found.isEmpty()) return Outcome.NO_SUCH_DOSSIER;
    var dossier = found.get();
    if (dossier.status() == DossierStatus.WITHDRAWAL_REQUESTED) return Outcome.ASKED;
    if (!isPossible(dossier, serviceOf(dossier))) return Outcome.TOO_LATE;
    withdraw(dossier, user);
    return Outcome.ASKED;
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
