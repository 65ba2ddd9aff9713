package org.motcua.identity.enterprises;

import org.motcua.identity.AccountId;

/** Every answer to "I represent this enterprise". */
sealed interface FoundingOutcome {

  record Founded(AccountId enterprise) implements FoundingOutcome {}

  /** It had an account; from now on the representative manages it again. */
  record ManagementTaken(AccountId enterprise) implements FoundingOutcome {}

  record ManagedAlready(AccountId enterprise) implements FoundingOutcome {}

  record NotInRegister() implements FoundingOutcome {}

  record Suspended(String name) implements FoundingOutcome {}

  record Dissolved(String name) implements FoundingOutcome {}

  record NotItsRepresentative(String name) implements FoundingOutcome {}

  record RegisterAway() implements FoundingOutcome {}

  record TooOften() implements FoundingOutcome {}
}
