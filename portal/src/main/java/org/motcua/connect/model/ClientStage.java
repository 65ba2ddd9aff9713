package org.motcua.connect.model;

/** How far a client has come. */
public enum ClientStage {
  /** It is being built: made-up people sign in, and it may be on its developer's own machine. */
  SANDBOX,
  LIVE,
  /** It signs nobody in any more, and gets no tokens. */
  CLOSED
}
