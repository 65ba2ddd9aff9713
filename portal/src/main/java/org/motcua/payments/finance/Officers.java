package org.motcua.payments.finance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.springframework.stereotype.Component;

/** Who stands behind what the audit trail calls people. */
@Component("financeOfficers")
public class Officers {

  private static final String ACCOUNT = "account:[0-9a-f-]{36}";

  private final Accounts accounts;

  Officers(Accounts accounts) {
    this.accounts = accounts;
  }

  /** By each actor his name; rules and programs have none. */
  public Map<String, String> names(Collection<String> actors) {
    var names = new HashMap<String, String>();
    for (var actor : actors) {
      if (!actor.matches(ACCOUNT)) continue;
      var account = AccountId.of(actor.substring(actor.indexOf(':') + 1));
      accounts.findPerson(account).ifPresent(person -> names.put(actor, person.name()));
    }
    return names;
  }
}
