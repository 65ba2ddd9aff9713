package org.motcua.payments.model;

/** Where a payment stands; {@link Transitions} says how it moves. */
public enum PaymentStatus {
  /** May be paid. */
  OPEN,
  PAID,
  PARTLY_REFUNDED,
  REFUNDED,
  /** Its time ran out before anything came. */
  EXPIRED,
  /** Whoever asked for it has taken it back. */
  CANCELLED,
  /** It was paid, and the bank took the money back. */
  REVERSED;

  /** The money is here, or some of it. */
  public boolean holdsMoney() {
    return this == PAID || this == PARTLY_REFUNDED;
  }
}
