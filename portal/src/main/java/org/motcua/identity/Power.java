package org.motcua.identity;

/** What one may do for another; only a grant of at least one of them is a mandate. */
public enum Power {
  /** See dossiers, their papers and results, and how far they are. */
  SEE,
  /** Prepare: begin, fill in, attach papers, answer what the desk has asked for. */
  FILE,
  /** Pay fees. */
  PAY,
  /** Declare in the other's name: hand a dossier in, ask for it back, sign. */
  SIGN,
  /** Say who else may act for the other: an enterprise's members. */
  MANAGE;

  /** Who prepares, pays or signs has to see what; who only manages people sees no dossier. */
  boolean includes(Power other) {
    return this == other || other == SEE && this != MANAGE;
  }
}
