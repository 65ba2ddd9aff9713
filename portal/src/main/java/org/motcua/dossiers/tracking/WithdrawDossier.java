package org.motcua.dossiers.tracking;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.identity.AccountId;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant asks for the dossier back; the desk grants it. Once it is decided, nothing moves.
 */
@Service
class WithdrawDossier {

  private final DossierStore dossiers;
  private final AuditTrail audit;
  private final Clock clock;

  WithdrawDossier(DossierStore dossiers, AuditTrail audit, Clock clock) {
    this.dossiers = dossiers;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  void withdraw(DossierId id, AccountId applicant) {
    dossiers
        .findOwnForUpdate(id, applicant)
        .filter(dossier -> dossier.allows(Act.REQUEST_WITHDRAWAL))
        .ifPresent(this::withdraw);
  }

  private void withdraw(Dossier dossier) {
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
            new Actor.TheApplicant(asked.applicant().name()),
            null));
    audit.record(
        "account:" + asked.applicant().account(),
        "dossiers.withdrawal_requested",
        "dossier",
        asked.id().toString(),
        Map.of("code", asked.submittedCode().value()));
  }
}
