package org.motcua.identity.recovering;

import java.util.Map;
import org.motcua.platform.audit.AuditTrail;

/** Every step of a recovery, under the account it is about where there is one. */
final class RecoveryAudit {

  static void record(AuditTrail audit, String actor, String action, Recovery recovery) {
    var account = recovery.account();
    audit.record(
        actor,
        action,
        account == null ? "recovery" : "account",
        account == null ? recovery.id().toString() : account.toString(),
        Map.of(
            "reference", recovery.reference().value(),
            "way", recovery.way().name()));
  }

  private RecoveryAudit() {}
}
