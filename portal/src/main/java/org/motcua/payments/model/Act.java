package org.motcua.payments.model;

/** What happens to a payment. */
public enum Act {
  /** Money comes for it: by a notice, an answer to a question, a bank's credit, at the counter. */
  SETTLE,
  EXPIRE,
  CANCEL,
  /** A part goes back, or what was left. */
  REFUND_PART,
  REFUND_REST,
  /** The bank takes back what it had given. */
  REVERSE
}
