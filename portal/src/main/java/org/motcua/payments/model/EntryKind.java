package org.motcua.payments.model;

/** Why something stands in the books. */
public enum EntryKind {
  /** A payment's whole sum has come. */
  PAID,
  /** Money has come for which nothing is owed, or not yet. */
  RECEIVED,
  /** What had come in parts pays for what it was meant for. */
  ALLOCATED,
  REFUND_ORDERED,
  REFUND_DONE,
  /** A refund was declined, or could not be carried out. */
  REFUND_UNDONE,
  REVERSED,
  /** A gateway has passed a day's money on to the bank. */
  PASSED_ON,
  /** A beneficiary has got what was due. */
  PAID_OUT
}
