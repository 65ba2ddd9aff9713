package org.motcua.payments.model;

import java.time.Instant;
import org.motcua.payments.PaymentId;

/** Keeps which payments want a receipt, and its number and certificate once they have one. */
public interface ReceiptStore {

  /** It is numbered and printed afterwards: whoever pays waits for neither. Twice is once. */
  void want(PaymentId payment, Instant now);
}
