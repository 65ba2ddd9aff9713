package org.motcua.identity.attempts;

import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.VerifiedPersons;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How sure the portal is after what somebody has shown. */
@Component
public class Levels {

  private final ObjectProvider<VerifiedPersons> verified;

  Levels(ObjectProvider<VerifiedPersons> verified) {
    this.verified = verified;
  }

  public LevelOfAssurance of(AccountId account, Set<Factor> factors) {
    if (!twoFactors(factors)) return LevelOfAssurance.LOA1;
    if (factors.contains(Factor.CERTIFICATE)) return LevelOfAssurance.LOA3;
    return isVerified(account) ? LevelOfAssurance.LOA3 : LevelOfAssurance.LOA2;
  }

  public boolean isVerified(AccountId account) {
    return verified.stream().anyMatch(it -> it.isVerified(account));
  }

  /** A passkey is what one has and what one is or knows; so is a certificate on a token. */
  private static boolean twoFactors(Set<Factor> factors) {
    if (factors.contains(Factor.PASSKEY) || factors.contains(Factor.CERTIFICATE)) return true;
    return factors.contains(Factor.PASSWORD) && factors.size() > 1;
  }
}
