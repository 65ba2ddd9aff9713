package org.motcua.connect.sandbox;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.motcua.identity.CurrentUser;

/**
 * As whom somebody tries out clients in this browser. It opens nothing of the portal's own.
 *
 * @param user one of {@link SandboxPeople}
 */
public record SandboxSession(CurrentUser user, Instant chosenAt) implements Serializable {

  private static final String KEPT_AS = "motcua.sandbox";

  public static Optional<SandboxSession> of(HttpSession session) {
    return session.getAttribute(KEPT_AS) instanceof SandboxSession chosen
        ? Optional.of(chosen)
        : Optional.empty();
  }

  public static void forget(HttpSession session) {
    session.removeAttribute(KEPT_AS);
  }

  public void keepIn(HttpSession session) {
    session.setAttribute(KEPT_AS, this);
  }
}
