package org.motcua.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Viewer;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The signed-in person: a controller asks for it with {@code @AuthenticationPrincipal CurrentUser
 * user}.
 *
 * <p>It lies in the session, so it holds no more than every page needs; the rest is asked of {@link
 * Accounts}.
 *
 * @param id the account that is served: for one who acts for another, the other's
 * @param acting null for one who acts for himself
 */
public record CurrentUser(
    AccountId id, AccountKind kind, String name, LevelOfAssurance level, @Nullable Acting acting)
    implements Viewer, AuthenticatedPrincipal, Serializable {

  /** Somebody who has shown two factors and acts for himself. */
  public CurrentUser(AccountId id, AccountKind kind, String name) {
    this(id, kind, name, LevelOfAssurance.LOA2, null);
  }

  /** The same, known more or less surely. */
  public CurrentUser knownAs(LevelOfAssurance now) {
    return new CurrentUser(id, kind, name, now, acting);
  }

  /** Goes on only with that level; otherwise the person is asked for what is missing. */
  public void require(LevelOfAssurance needed) {
    if (!level.atLeast(needed)) throw new LevelNeeded(needed);
  }

  @Override
  public String displayName() {
    return name;
  }

  @Override
  public boolean officer() {
    return kind == AccountKind.OFFICER;
  }

  @Override
  public String key() {
    return id.toString();
  }

  @Override
  public @Nullable String actedBy() {
    return acting == null ? null : acting.actorName();
  }

  /** Under which sessions and log lines file this person: the one who signed in. */
  @Override
  public String getName() {
    return signedIn().toString();
  }

  /** The account of the one who really sits there. */
  public AccountId signedIn() {
    return acting == null ? id : acting.actor();
  }

  /** How the audit trail names this person. */
  public String actor() {
    return acting == null ? "account:" + id : "account:" + acting.actor() + " for account:" + id;
  }

  @Override
  public String toString() {
    return actor();
  }
}
