package org.motcua.dossiers;

import java.util.Map;
import org.motcua.identity.AccountId;

/** Knows facts of a person that a new form need not ask for again. */
public interface PrefillSource {

  /** Facts by the names that forms ask them by, such as {@code account.name}; absent if unknown. */
  Map<String, Object> factsOf(AccountId account);
}
