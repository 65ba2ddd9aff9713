package org.motcua.payments.gateway;

/** Why nothing was paid; the words are messages {@code payments.failure.<name>}. */
public enum Failure {
  CANCELLED,
  /** The payer took too long. */
  TIMED_OUT,
  NO_BALANCE,
  OVER_LIMIT,
  /** Account or card is locked, not registered, or was not proved to be the payer's. */
  NOT_ALLOWED,
  BANK_CLOSED,
  /** The gateway holds it for a fraud. */
  SUSPICIOUS,
  OTHER
}
