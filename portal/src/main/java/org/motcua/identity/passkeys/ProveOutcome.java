package org.motcua.identity.passkeys;

import org.motcua.identity.AccountId;

/** Every answer to a passkey's signature. */
sealed interface ProveOutcome {

  record Proven(AccountId account) implements ProveOutcome {}

  /** Of this portal, but of no account: its owner has removed it. */
  record Unknown() implements ProveOutcome {}

  /** Answered too late, twice, or from another browser. */
  record TooLate() implements ProveOutcome {}

  /** The device's count of signatures has gone back. */
  record Copied() implements ProveOutcome {}

  record Refused() implements ProveOutcome {}
}
