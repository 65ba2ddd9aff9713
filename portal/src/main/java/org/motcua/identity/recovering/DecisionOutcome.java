package org.motcua.identity.recovering;

/** Every answer to an officer's decision. */
sealed interface DecisionOutcome {
  record Approved() implements DecisionOutcome {}

  /**
   * @param triesLeft none once it is refused for that
   */
  record DoesNotFit(int triesLeft) implements DecisionOutcome {}

  record Refused() implements DecisionOutcome {}

  /** By another, or before. */
  record DecidedAlready() implements DecisionOutcome {}

  record NoSuchRequest() implements DecisionOutcome {}
}
