package org.motcua.identity.model;

import java.util.List;
import java.util.Optional;
import org.motcua.identity.AccountId;

/** Under which numbers and names accounts are found. */
public interface AccountNames {

  /** False when another account has it. Claiming twice is claiming once. */
  boolean claim(AccountId account, NameKind kind, String name);

  /** Only what is this account's own. */
  void release(AccountId account, NameKind kind, String name);

  /** All its numbers and names, also those of before. */
  List<String> listOf(AccountId account);

  Optional<AccountId> find(NameKind kind, String name);
}
