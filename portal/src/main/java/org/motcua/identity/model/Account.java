package org.motcua.identity.model;

import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.platform.web.Language;

/**
 * What signing in needs of an account.
 *
 * @param email null until its holder has shown that it is his
 * @param passwordHash null where nobody signs in with a password
 */
public record Account(
    AccountId id,
    AccountKind kind,
    String name,
    Phone phone,
    @Nullable EmailAddress email,
    Language language,
    @Nullable String passwordHash,
    AccountState state) {

  public CurrentUser user(LevelOfAssurance level) {
    return new CurrentUser(id, kind, name, level, null);
  }

  public boolean letsIn() {
    return state == AccountState.OPEN || state == AccountState.CLOSING;
  }
}
