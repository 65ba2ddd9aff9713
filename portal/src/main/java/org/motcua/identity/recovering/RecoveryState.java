package org.motcua.identity.recovering;

/** How far a request has come. */
public enum RecoveryState {
  /** For somebody who looks who it is. */
  WAITING,
  /** The person is known; the delay runs, or the link has been sent. */
  APPROVED,
  REFUSED,
  /** By the holder, at an old contact. */
  STOPPED,
  FINISHED
}
