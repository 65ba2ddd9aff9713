package org.motcua.identity.enterprises;

/** Every answer to "invite this person". */
sealed interface InvitationOutcome {

  record Invited() implements InvitationOutcome {}

  record MemberAlready() implements InvitationOutcome {}

  /** Not, or no longer, one who says who the members are. */
  record NotManaging() implements InvitationOutcome {}

  record TooMany() implements InvitationOutcome {}
}
