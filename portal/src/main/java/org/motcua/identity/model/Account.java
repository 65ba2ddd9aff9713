package org.motcua.identity.model;

import org.motcua.identity.AccountId;
import org.motcua.identity.AccountKind;
import org.motcua.identity.CurrentUser;
import org.motcua.platform.web.Language;

/** What signing in needs of an account. */
public record Account(
    AccountId id,
    AccountKind kind,
    String name,
    Phone phone,
    Language language,
    String passwordHash) {

  public CurrentUser user() {
    return new CurrentUser(id, kind, name);
  }
}
