package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Marks a session as somebody's; it goes with the session, however that ends. */
class Presence implements HttpSessionBindingListener {

  private final Presences all;
  private final HttpSession session;
  private final String subject;
  private final @Nullable String sid;

  Presence(OidcIdToken token, HttpSession session, Presences all) {
    this.all = all;
    this.session = session;
    this.subject = Objects.requireNonNull(token.getSubject());
    this.sid = token.getClaimAsString("sid");
  }

  HttpSession session() {
    return session;
  }

  /** One sign-in if it is named, else all of the person. */
  boolean isMeant(@Nullable String subject, @Nullable String sid) {
    if (sid != null && !sid.equals(this.sid)) return false;
    return subject == null || subject.equals(this.subject);
  }

  @Override
  public void valueBound(HttpSessionBindingEvent event) {
    all.add(this);
  }

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    all.remove(this);
  }
}
