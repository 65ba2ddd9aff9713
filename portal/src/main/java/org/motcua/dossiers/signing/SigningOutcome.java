package org.motcua.dossiers.signing;

/** What follows when somebody signs another's application. */
sealed interface SigningOutcome {

  /** Twice is once. */
  record Signed() implements SigningOutcome {}

  /** It was changed since he read it: he reads it again, or waits until it is ready. */
  record Changed() implements SigningOutcome {}

  /** The box under the declaration was not ticked. */
  record NotDeclared() implements SigningOutcome {}

  /** He acts for the applicant, and so would sign what is his own doing. */
  record ActsForApplicant() implements SigningOutcome {}

  /** He is not asked to sign this, so for him it does not exist. */
  record NotAsked() implements SigningOutcome {}
}
