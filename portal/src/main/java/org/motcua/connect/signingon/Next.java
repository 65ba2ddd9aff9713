package org.motcua.connect.signingon;

import org.motcua.identity.LevelOfAssurance;

/** What comes next for a person on the way to a client. */
sealed interface Next {

  /** On to the client. */
  record GoOn(Visitor visitor) implements Next {}

  /** He is to show who he is; in the sandbox, to choose it. */
  sealed interface Show extends Next {

    Asked then();
  }

  /** Nobody has signed in. */
  record SignIn(Asked then) implements Show {}

  /** He is to show again that it is he. */
  record ProveAgain(Asked then) implements Show {}

  record ShowMore(LevelOfAssurance level, Asked then) implements Show {}

  /** He is to decide what the client may learn. */
  record Agree(Asked then) implements Next {}

  /** Officers sign in elsewhere as the people they are. */
  record NotAsOfficer() implements Next {}

  /** Acts for another, and not in everything. */
  record NotWithinLimits() implements Next {}

  /**
   * @param error OAuth's word for it
   */
  record Refuse(String error) implements Next {}
}
