package org.motcua.identity.model;

import java.util.List;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.platform.web.Language;

/** The accounts as signing in and registering need them. */
public interface AccountStore {

  List<Account> listByTypedName(TypedName name);

  Optional<Account> find(AccountId id);

  /** False when one of its numbers has an account already. */
  boolean add(NewAccount account);

  void setLanguage(AccountId id, Language language);
}
