package org.motcua.identity.enterprises;

/** Every answer to a change of who may do what for an enterprise. */
sealed interface ChangeOutcome {

  record Changed() implements ChangeOutcome {}

  /** Somebody has to say who the members are. */
  record LastManager() implements ChangeOutcome {}

  /** Gone already, or never a member. */
  record NoMember() implements ChangeOutcome {}
}
