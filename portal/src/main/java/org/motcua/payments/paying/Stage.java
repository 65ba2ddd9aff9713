package org.motcua.payments.paying;

import org.motcua.payments.model.Payment;

/** Where the payer stands; each has its own words on the page. */
public enum Stage {
  /** To be paid. */
  TO_PAY,
  /** Somebody was sent to pay, or a bank does not know yet. */
  UNDERWAY,
  PAID,
  PARTLY_BACK,
  /** All of it goes back, and is not there yet. */
  GOING_BACK,
  BACK,
  EXPIRED,
  CANCELLED,
  /** It was paid, and the bank took the money back. */
  REVERSED;

  /**
   * @param underway somebody pays at this moment
   * @param arrived what goes back is there
   */
  static Stage of(Payment payment, boolean underway, boolean arrived) {
    return switch (payment.status()) {
      case OPEN -> underway ? UNDERWAY : TO_PAY;
      case PAID -> PAID;
      case PARTLY_REFUNDED -> PARTLY_BACK;
      case REFUNDED -> arrived ? BACK : GOING_BACK;
      case EXPIRED -> EXPIRED;
      case CANCELLED -> CANCELLED;
      case REVERSED -> REVERSED;
    };
  }

  /** Another try can still be begun. */
  public boolean payable() {
    return this == TO_PAY || this == UNDERWAY;
  }
}
