package org.motcua.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as it is to be granted.
 *
 * @param until from then on it holds no more; null: until it is revoked
 */
public record NewMandate(
    MandateKind kind,
    AccountId represented,
    AccountId holder,
    Set<Power> powers,
    MandateScope scope,
    @Nullable Instant until) {

  /** A member of an enterprise, until taken back. */
  public static NewMandate member(AccountId enterprise, AccountId person, Set<Power> powers) {
    return new NewMandate(
        MandateKind.MEMBER, enterprise, person, powers, new MandateScope.All(), null);
  }
}
