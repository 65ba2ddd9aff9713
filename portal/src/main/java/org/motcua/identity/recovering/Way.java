package org.motcua.identity.recovering;

/** How somebody shows who he is when his phone is gone. */
public enum Way {
  /** An officer sees the identity paper and the face. */
  COUNTER,
  /**
   * The hotline asks for a second identifier; nobody sees anybody, so the old contacts have time.
   */
  HOTLINE
}
