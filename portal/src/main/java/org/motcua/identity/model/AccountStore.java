package org.motcua.identity.model;

import java.util.List;
import java.util.Optional;
import org.motcua.identity.AccountId;
import org.motcua.platform.web.Language;

/** The accounts as signing in and registering need them. */
public interface AccountStore {

  List<Account> listByTypedName(TypedName name);

  Optional<Account> find(AccountId id);

  /**
   * With the numbers and the phone as names that find it.
   *
   * @return false when one of its numbers has an account already
   */
  boolean add(NewAccount account);

  void setLanguage(AccountId id, Language language);

  void setState(AccountId id, AccountState state);

  void setPassword(AccountId id, String hash);
}
