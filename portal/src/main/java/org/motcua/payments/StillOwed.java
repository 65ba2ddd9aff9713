package org.motcua.payments;

/**
 * Implemented by a module that asks for payments whose sums others may change: asked before anybody
 * is sent to pay, outside of any transaction. It may take seconds.
 */
public interface StillOwed {

  /** As {@link NewPayment#askedBy()}. */
  String askedBy();

  /** Cancels, through {@link Payments#cancel}, what is no longer owed like this. */
  void check(String reference);
}
