package org.motcua.identity.profile;

/** Every answer to "this is my number of twelve digits". */
sealed interface CitizenIdOutcome {
  record Changed() implements CitizenIdOutcome {}

  /** There is nothing to change: no number, or one of twelve digits already. */
  record NothingToChange() implements CitizenIdOutcome {}

  record NotSuchANumber() implements CitizenIdOutcome {}

  /** The population register does not say that it is this person's. */
  record NotThisPersons() implements CitizenIdOutcome {}

  record OfAnotherAccount() implements CitizenIdOutcome {}

  record RegisterAway() implements CitizenIdOutcome {}

  record TooManyTries() implements CitizenIdOutcome {}
}
