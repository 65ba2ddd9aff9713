package org.motcua.identity.recovering;

import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * An officer who may look who somebody is.
 *
 * @param ways at a counter, on the telephone, or both
 */
record RecoveryOfficer(AccountId account, AgencyId agency, Set<Way> ways) {

  boolean handles(Way way) {
    return ways.contains(way);
  }

  String actor() {
    return "account:" + account;
  }
}
