package org.motcua.platform.sessions;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Base64;
import java.util.function.BiConsumer;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.session.Session;

/**
 * With which session somebody's stay began, and when. A session may be exchanged for a new one
 * while he stays the same person, as when he begins to act for another; a working day is reckoned
 * from the first of them.
 *
 * @param id of the first session, which may be gone by now
 */
public record SessionBeginning(String id, Instant at) implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private static final String KEPT_AS = "motcua.beginning";

  public static SessionBeginning of(Session session) {
    SessionBeginning earlier = session.getAttribute(KEPT_AS);
    return earlier == null
        ? new SessionBeginning(session.getId(), session.getCreationTime())
        : earlier;
  }

  public static SessionBeginning of(HttpSession session) {
    return session.getAttribute(KEPT_AS) instanceof SessionBeginning earlier
        ? earlier
        : new SessionBeginning(session.getId(), Instant.ofEpochMilli(session.getCreationTime()));
  }

  /** What stands for the whole stay where others may read it: who has the id is signed in. */
  public String key() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(RandomToken.hash(id));
  }

  /**
   * @param session takes the name and the value of what it is to keep
   */
  public void goesOnIn(BiConsumer<String, Object> session) {
    session.accept(KEPT_AS, this);
  }
}
