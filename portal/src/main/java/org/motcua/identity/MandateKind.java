package org.motcua.identity;

/** How the right to act for another came about. */
public enum MandateKind {
  /** A person or an enterprise has asked somebody, who has accepted. */
  DELEGATION,
  /** Somebody works for an enterprise. */
  MEMBER,
  /** A parent acts for a child not yet of age. */
  CHILD,
  /** An officer at a counter files for a citizen who stands there. */
  COUNTER
}
