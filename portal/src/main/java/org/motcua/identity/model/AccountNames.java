package org.motcua.identity.model;

import java.util.Optional;
import org.motcua.identity.AccountId;

/** Under which numbers and names accounts are found. */
public interface AccountNames {

  /** False when another account has it. Claiming twice is claiming once. */
  boolean claim(AccountId account, NameKind kind, String name);

  /** Only what is this account's own. */
  void release(AccountId account, NameKind kind, String name);

  Optional<AccountId> find(NameKind kind, String name);
}
