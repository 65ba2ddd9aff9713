package org.motcua.dossiers.model;

/** What somebody does to a dossier that moves its status. */
public enum Act {
  SUBMIT,
  ACCEPT,
  REFUSE,
  /** A specialist takes an accepted dossier in hand. */
  TAKE_UP,
  REQUEST_ADDITIONS,
  SUPPLY_ADDITIONS,
  REQUEST_PAYMENT,
  SETTLE_PAYMENT,
  REQUEST_WITHDRAWAL,
  GRANT_WITHDRAWAL,
  STOP,
  APPROVE,
  RETURN_RESULT
}
