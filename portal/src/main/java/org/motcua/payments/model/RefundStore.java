package org.motcua.payments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.payments.PaymentId;

/** Keeps refunds. */
public interface RefundStore {

  void order(Refund refund);

  /**
   * @param cause by which the same order is known again
   * @return false where it was ordered before
   */
  boolean order(Refund refund, String cause);

  Optional<Refund> findByCause(String cause);

  Optional<Refund> find(UUID id);

  Optional<Refund> findForUpdate(UUID id);

  void move(Refund refund);

  /** Oldest first. */
  List<Refund> listOf(PaymentId payment);

  /** What waits for somebody: for a second pair of eyes, or for a hand. The oldest first. */
  List<Refund> listToSeeTo(int most);

  /** Like {@link PaymentStore#takeTurn}. */
  List<Refund> takeTurn(Instant now, Instant next, int most);
}
