package org.motcua.dossiers.sharing;

/** What comes of inviting somebody. Whether he has an account is none of it. */
sealed interface InvitingOutcome {

  /** Twice is once. */
  record Invited() implements InvitingOutcome {}

  /** He is invited already, to something else: that ends first. */
  record InvitedBefore() implements InvitingOutcome {}

  /** As many as may be are invited to this dossier. */
  record Full() implements InvitingOutcome {}

  /** The owner has invited too often today. */
  record TooOften() implements InvitingOutcome {}

  /** It was handed in meanwhile, or never was there. */
  record NotOpen() implements InvitingOutcome {}
}
