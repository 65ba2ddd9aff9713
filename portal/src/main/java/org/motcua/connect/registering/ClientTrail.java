package org.motcua.connect.registering;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.clients.ClientLog;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientEvent;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Component;

/**
 * What administrators do to systems is kept twice: in the audit trail with who did it, and in the
 * system's log for its developers.
 */
@Component
class ClientTrail {

  private final AuditTrail audit;
  private final ClientLog log;

  ClientTrail(AuditTrail audit, ClientLog log) {
    this.audit = audit;
    this.log = log;
  }

  /**
   * @param action past tense, without the module
   * @param what for the log, in English
   */
  void keep(
      CurrentUser user,
      Client client,
      String action,
      ClientEvent.Kind kind,
      @Nullable String what) {
    audit.record(
        user.actor(),
        "connect." + action,
        "client",
        client.id().value(),
        what == null
            ? Map.of("agency", client.agency().value())
            : Map.of("agency", client.agency().value(), "what", what));
    log.write(client.id(), kind, null, what);
  }
}
