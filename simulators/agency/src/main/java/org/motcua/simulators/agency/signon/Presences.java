package org.motcua.simulators.agency.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Who is signed in in which session, so that the portal can end sessions from behind. */
@Component
class Presences {

  private static final String PRESENCE = "agency.presence";

  private final Set<Presence> all = ConcurrentHashMap.newKeySet();

  void begin(OidcIdToken token, HttpSession session) {
    session.setAttribute(PRESENCE, new Presence(token, session, this));
  }

  static boolean isSignedIn(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(PRESENCE) != null;
  }

  /** How many sessions have ended; none is no error, for they may have ended before. */
  int end(@Nullable String subject, @Nullable String sid) {
    var meant = all.stream().filter(presence -> presence.isMeant(subject, sid)).toList();
    return (int) meant.stream().filter(Presences::end).count();
  }

  private static boolean end(Presence presence) {
    try {
      presence.session().invalidate();
      return true;
    } catch (IllegalStateException e) {
      return false; // ended by somebody else in this instant
    }
  }

  void add(Presence presence) {
    all.add(presence);
  }

  void remove(Presence presence) {
    all.remove(presence);
  }
}
