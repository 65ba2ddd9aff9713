package org.motcua.identity.signingin;

import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SignOut {

  private final AuditTrail audit;

  SignOut(AuditTrail audit) {
    this.audit = audit;
  }

  @Transactional
  void record(CurrentUser user) {
    audit.record(user.actor(), "identity.signed-out", "account", user.id().toString(), Map.of());
  }
}
