package org.motcua.identity.registering;

/** Every answer to a form that has nothing wrong with it. */
sealed interface RegistrationOutcome {
  /**
   * @param token for the browser's cookie
   */
  record CodeSent(String token) implements RegistrationOutcome {}

  record TooManyCodes() implements RegistrationOutcome {}

  record AddressSlowedDown() implements RegistrationOutcome {}

  record TooBusy() implements RegistrationOutcome {}
}
