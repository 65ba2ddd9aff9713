package org.motcua.identity.mandates.delegating;

/** What comes of accepting, declining or taking back an offer. */
sealed interface AnswerOutcome {

  record Done() implements AnswerOutcome {}

  /** Taken back, answered otherwise, run out, or never meant for this user. */
  record Gone() implements AnswerOutcome {}

  /** Too late to take back: it is a mandate now, which can be ended. */
  record AcceptedMeanwhile() implements AnswerOutcome {}
}
