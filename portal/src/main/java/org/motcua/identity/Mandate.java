package org.motcua.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right of one account to act for another.
 *
 * @param represented for whom is acted
 * @param holder who acts
 * @param until from then on it holds no more; null: until it is revoked
 * @param grantedBy who brought it about: the represented, a manager, or the holder for parents and
 *     officers at a counter
 * @param revokedAt null while nobody has ended it
 */
public record Mandate(
    MandateId id,
    MandateKind kind,
    AccountId represented,
    AccountId holder,
    Set<Power> powers,
    MandateScope scope,
    @Nullable Instant until,
    AccountId grantedBy,
    Instant grantedAt,
    @Nullable Instant revokedAt) {

  private static final Set<Power> ALL_OF_DOSSIERS =
      Set.of(Power.SEE, Power.FILE, Power.PAY, Power.SIGN);

  public Mandate {
    powers = Set.copyOf(powers);
    if (powers.isEmpty()) throw new IllegalArgumentException("A mandate without any power");
    if (represented.equals(holder)) throw new IllegalArgumentException("A mandate for oneself");
  }

  public boolean stands(Instant now) {
    return revokedAt == null && (until == null || now.isBefore(until));
  }

  /** Whether there is something of the represented's dossiers that the holder may not do. */
  public boolean limited() {
    return !(scope instanceof MandateScope.All) || !ALL_OF_DOSSIERS.stream().allMatch(this::gives);
  }

  public boolean gives(Power power) {
    return powers.stream().anyMatch(given -> given.includes(power));
  }

  /**
   * @param dossier the dossier's code; null while it is a draft
   */
  public boolean allows(Power power, String procedure, @Nullable String dossier) {
    return gives(power) && scope.covers(procedure, dossier);
  }
}
