package org.motcua.connect.providing;

import java.time.Instant;
import java.util.List;
import org.motcua.identity.CurrentUser;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The person who is being signed on, and in which session of the browser. */
public final class SignOnPrincipal extends AbstractAuthenticationToken {

  private final CurrentUser user;
  private final String session;
  private final Instant authenticatedAt;

  /**
   * @param session its key
   */
  public SignOnPrincipal(CurrentUser user, String session, Instant authenticatedAt) {
    super(List.of());
    this.user = user;
    this.session = session;
    this.authenticatedAt = authenticatedAt;
    setAuthenticated(true);
  }

  @Override
  public CurrentUser getPrincipal() {
    return user;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  String session() {
    return session;
  }

  Instant authenticatedAt() {
    return authenticatedAt;
  }
}
