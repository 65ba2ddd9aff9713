package org.motcua.identity.mandates.assisting;

/** What comes of a paper that an officer has seen; the refusals have words of their own. */
enum PaperFinding {
  VERIFIED,
  /** Another number, name or date of birth than the account's: the officer learns not which. */
  DOES_NOT_FIT,
  /** An account without a number cannot get that of another account. */
  NUMBER_OF_ANOTHER,
  /** Nobody looks at his own paper: another officer does. */
  OWN_PAPER,
  TOO_OFTEN
}
