package org.motcua.identity.signingin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.SessionEnded;
import org.motcua.identity.attempts.Attempts;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.sessions.SessionBeginning;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends this browser's session, and what began with it. */
@Service
@NamedInterface("signing-out")
public class SignOut {

  private final Attempts attempts;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;

  SignOut(Attempts attempts, AuditTrail audit, ApplicationEventPublisher events) {
    this.attempts = attempts;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  public void end(CurrentUser user, HttpServletRequest request) {
    var session = request.getSession(false);
    audit.record(user.actor(), "identity.signed-out", "account", user.id().toString(), Map.of());
    if (session != null) {
      events.publishEvent(new SessionEnded(user.signedIn(), SessionBeginning.of(session).key()));
      session.invalidate();
    }
    attempts.giveUp(request);
  }
}
