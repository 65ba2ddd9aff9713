package org.motcua.identity;

import java.io.Serializable;
import org.motcua.platform.web.Viewer;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The signed-in person: a controller asks for it with {@code @AuthenticationPrincipal CurrentUser
 * user}.
 *
 * <p>It lies in the session, so it holds no more than every page needs; the rest is asked of {@link
 * Accounts}.
 */
public record CurrentUser(AccountId id, AccountKind kind, String name)
    implements Viewer, AuthenticatedPrincipal, Serializable {

  @Override
  public String displayName() {
    return name;
  }

  @Override
  public boolean officer() {
    return kind == AccountKind.OFFICER;
  }

  /** Under which sessions and log lines file this person: never the human name. */
  @Override
  public String getName() {
    return id.toString();
  }

  /** How the audit trail names this person. */
  public String actor() {
    return "account:" + id;
  }

  @Override
  public String toString() {
    return actor();
  }
}
