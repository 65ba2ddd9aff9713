package org.motcua.payments;

/** What may be known of a payment besides who pays how much for what. */
public enum Fact {
  /** The dossier's code. */
  DOSSIER,
  PROCEDURE,
  PROCEDURE_NAME,
  SERVICE,
  /** The code of the agency that charges, and its name. */
  AGENCY,
  AGENCY_NAME,
  /** Of a fine: number and date (yyyy-MM-dd) of the decision, and who took it. */
  DECISION,
  DECISION_DATE,
  DECISION_BY,
  OFFENDER,
  OFFENCE,
  OFFENCE_AT,
  OFFENCE_PLACE,
  /** Of a bill: whose, and for which month (yyyy-MM). */
  CUSTOMER,
  PERIOD,
  TAX_CODE,
  PAYER_ID_NUMBER,
  PAYER_ADDRESS
}
