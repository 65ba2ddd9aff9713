package org.motcua.identity.mandates.acting;

import org.motcua.identity.CurrentUser;

/** Every answer to "let me act for …". */
public sealed interface ActingOutcome {

  /**
   * @param as the user as which the session goes on
   */
  record Begun(CurrentUser as) implements ActingOutcome {}

  /** There is none for this user, or it has ended. */
  record NoSuchMandate() implements ActingOutcome {}

  /** One who acts for another does not go on from there to a third. */
  record ActsAlready() implements ActingOutcome {}
}
