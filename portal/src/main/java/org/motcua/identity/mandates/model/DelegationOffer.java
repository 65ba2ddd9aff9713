package org.motcua.identity.mandates.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;

/**
 * A delegation that waits for its answer.
 *
 * @param id of the mandate that comes of it
 * @param holderGuard keyed hash of the number of the one it is offered to
 * @param holderName as the giver typed it
 * @param numberEnd the number's last digits, by which the giver knows it again
 * @param until until when the mandate will hold
 * @param openUntil until when it can be accepted
 */
public record DelegationOffer(
    MandateId id,
    AccountId represented,
    byte[] holderGuard,
    String holderName,
    String numberEnd,
    Set<Power> powers,
    MandateScope scope,
    Instant until,
    AccountId offeredBy,
    Instant offeredAt,
    Instant openUntil,
    @Nullable Answer answer) {

  /** How it ended. */
  public enum Answer {
    ACCEPTED,
    DECLINED,
    WITHDRAWN
  }

  public boolean waits(Instant now) {
    return answer == null && now.isBefore(openUntil) && now.isBefore(until);
  }

  /** Typed again, or sent by a second click. */
  public boolean isSame(DelegationOffer other) {
    return Arrays.equals(holderGuard, other.holderGuard)
        && represented.equals(other.represented)
        && powers.equals(other.powers)
        && scope.equals(other.scope)
        && until.equals(other.until);
  }

  public NewMandate mandateFor(AccountId holder) {
    return new NewMandate(MandateKind.DELEGATION, represented, holder, powers, scope, until);
  }
}
