package org.motcua.payments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.payments.PaymentId;

/** Keeps refunds. */
public interface RefundStore {

  void order(Refund refund);

  Optional<Refund> find(UUID id);

  Optional<Refund> findForUpdate(UUID id);

  void move(Refund refund);

  /** Oldest first. */
  List<Refund> listOf(PaymentId payment);

  /** Like {@link PaymentStore#takeTurn}. */
  List<Refund> takeTurn(Instant now, Instant next, int most);
}
