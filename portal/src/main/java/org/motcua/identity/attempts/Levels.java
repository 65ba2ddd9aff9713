package org.motcua.identity.attempts;

import java.util.Set;
import org.motcua.identity.AccountId;
import org.motcua.identity.Factor;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.VerifiedPersons;
import org.motcua.identity.changes.RecentChanges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How sure the portal is after what somebody has shown. */
@Component
public class Levels {

  private final ObjectProvider<VerifiedPersons> verified;
  private final RecentChanges changes;

  Levels(ObjectProvider<VerifiedPersons> verified, RecentChanges changes) {
    this.verified = verified;
    this.changes = changes;
  }

  public LevelOfAssurance of(AccountId account, Set<Factor> factors) {
    if (!twoFactors(factors)) return LevelOfAssurance.LOA1;
    if (factors.contains(Factor.CERTIFICATE)) return LevelOfAssurance.LOA3;
    return isSurelyVerified(account) ? LevelOfAssurance.LOA3 : LevelOfAssurance.LOA2;
  }

  /**
   * Verified, and not since reached by somebody who had nothing but the phone: he may be its thief.
   */
  public boolean isSurelyVerified(AccountId account) {
    return isVerified(account) && !changes.passwordByPhoneAlone(account);
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
