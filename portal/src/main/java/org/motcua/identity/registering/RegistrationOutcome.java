package org.motcua.identity.registering;

/** Every answer to a form that has nothing wrong with it. */
sealed interface RegistrationOutcome {
  record CodeSent() implements RegistrationOutcome {}

  record TooManyCodes() implements RegistrationOutcome {}

  record AddressSlowedDown() implements RegistrationOutcome {}

  record TooBusy() implements RegistrationOutcome {}
}
