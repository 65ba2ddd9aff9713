package org.motcua.identity.passkeys;

/** Every answer to a newly made passkey. */
sealed interface AddOutcome {

  record Added(Passkey passkey) implements AddOutcome {}

  record AlreadyThere() implements AddOutcome {}

  record TooMany() implements AddOutcome {}

  /** Answered too late, twice, or from another browser. */
  record TooLate() implements AddOutcome {}

  record Refused() implements AddOutcome {}
}
