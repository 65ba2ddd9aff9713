package org.motcua.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.motcua.platform.sessions.SessionBeginning;

/** When the person in this session last showed who he is: OpenID Connect's {@code auth_time}. */
public final class LastProof {

  private static final String KEPT_AS = "motcua.proved";

  public static Instant of(HttpSession session) {
    return session.getAttribute(KEPT_AS) instanceof Instant proved
        ? proved
        : SessionBeginning.of(session).at();
  }

  public static void set(HttpSession session, Instant proved) {
    session.setAttribute(KEPT_AS, proved);
  }

  private LastProof() {}
}
