package org.motcua.identity.model;

/** Whether one can sign in to an account. */
public enum AccountState {
  OPEN,
  /** Shut by those who answer for it; it may be opened again. */
  SUSPENDED,
  /** Its holder is leaving; signing in takes that back. */
  CLOSING,
  CLOSED
}
