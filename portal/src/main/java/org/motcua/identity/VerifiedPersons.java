package org.motcua.identity;

import java.util.Optional;

/**
 * Who is known to be the person he says: not by a password, but by papers, register or certificate.
 */
public interface VerifiedPersons {

  boolean isVerified(AccountId account);

  /** Empty for one who is not verified. */
  Optional<VerifiedBy> verifiedBy(AccountId account);
}
