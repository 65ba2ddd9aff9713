package org.motcua.dossiers.signing;

/** What follows when somebody does not want to sign another's application. */
sealed interface DecliningOutcome {

  /** Twice is once. */
  record Declined() implements DecliningOutcome {}

  /** He signed it before. */
  record Signed() implements DecliningOutcome {}

  /** It was changed since he read it: perhaps it is what he would have. */
  record Changed() implements DecliningOutcome {}

  /** The applicant is to read what is wrong, so it is to be said. */
  record NoWords() implements DecliningOutcome {}

  record TooManyWords() implements DecliningOutcome {}

  /** He is not asked to sign this, so for him it does not exist. */
  record NotAsked() implements DecliningOutcome {}
}
