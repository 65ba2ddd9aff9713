package org.motcua.identity.sessions;

import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.attempts.KnownBrowsers;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs out elsewhere, and forgets browsers. Done twice is done once. */
@Service
class EndSessions {

  private final Sessions sessions;
  private final KnownBrowsers browsers;
  private final AuditTrail audit;

  EndSessions(Sessions sessions, KnownBrowsers browsers, AuditTrail audit) {
    this.sessions = sessions;
    this.browsers = browsers;
    this.audit = audit;
  }

  @Transactional
  void end(CurrentUser user, String handle) {
    if (sessions.end(user.id(), handle)) record(user, "identity.session-ended", Map.of());
  }

  @Transactional
  void endOthers(CurrentUser user, String ownSession) {
    var ended = sessions.endAllBut(user.id(), ownSession);
    browsers.forgetAll(user.id());
    record(user, "identity.signed-out-elsewhere", Map.of("sessions", ended));
  }

  @Transactional
  void forgetBrowser(CurrentUser user, byte[] hash) {
    browsers.forget(user.id(), hash);
    record(user, "identity.browser-forgotten", Map.of());
  }

  private void record(CurrentUser user, String action, Map<String, ?> details) {
    audit.record(user.actor(), action, "account", user.id().toString(), details);
  }
}
