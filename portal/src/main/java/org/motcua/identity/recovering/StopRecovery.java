package org.motcua.identity.recovering;

import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The holder says at an old contact that it is not he who asks. */
@Service
class StopRecovery {

  private final Recoveries recoveries;
  private final AuditTrail audit;

  StopRecovery(Recoveries recoveries, AuditTrail audit) {
    this.recoveries = recoveries;
    this.audit = audit;
  }

  /** False when it is too late, or there is no such recovery. Stopping twice is stopping once. */
  @Transactional
  public boolean stop(String token) {
    var found = recoveries.findByStopForUpdate(token);
    if (found.isEmpty()) return false;
    var recovery = found.get();
    if (recovery.is(RecoveryState.STOPPED)) return true;
    if (!recovery.is(RecoveryState.APPROVED)) return false;
    recoveries.become(recovery.id(), RecoveryState.STOPPED);
    RecoveryAudit.record(
        audit, "account:" + recovery.account(), "identity.recovery-stopped", recovery);
    return true;
  }
}
