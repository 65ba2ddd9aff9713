package org.motcua.payments.model;

/** How one try to pay goes; {@link Transitions} says how it moves. */
public enum AttemptStatus {
  /** The payer was sent to pay. */
  BEGUN,
  /** The gateway does not know yet, or not all of the money has come. */
  PENDING,
  /** It has paid for what it was begun for. */
  SUCCEEDED,
  /** Money came that nothing is owed for any more; it goes back. */
  SURPLUS,
  FAILED,
  /** Its time ran out and the gateway knows of no money. */
  LAPSED,
  /** The bank took the money back. */
  REVERSED;

  /** Money may yet come of it. */
  public boolean underway() {
    return this == BEGUN || this == PENDING;
  }

  public boolean brought() {
    return this == SUCCEEDED || this == SURPLUS;
  }
}
