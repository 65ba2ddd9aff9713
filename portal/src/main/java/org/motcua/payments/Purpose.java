package org.motcua.payments;

/** What kind of money it is; receipts and reports tell them apart. */
public enum Purpose {
  /** Fees and charges of procedures (phí, lệ phí). */
  FEE,
  /** Social and health insurance. */
  CONTRIBUTION,
  FINE,
  /** Electricity, water. */
  BILL,
  TAX,
  /** Judicial charges (án phí, lệ phí tòa án). */
  JUDICIAL_CHARGE
}
