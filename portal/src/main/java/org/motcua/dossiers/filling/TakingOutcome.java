package org.motcua.dossiers.filling;

import org.motcua.dossiers.model.Dossier;

/** What follows when a paper of one's store is wanted in a dossier. */
sealed interface TakingOutcome {

  /** It is there, now or since before. */
  record Taken(Place place) implements TakingOutcome {}

  /** Where it would go was not agreed to, or is another agency than was told. */
  record NotAgreed() implements TakingOutcome {}

  record WrongKind(Place place) implements TakingOutcome {}

  record TooMany(Place place) implements TakingOutcome {}

  /** Its agency has taken it back. */
  record Revoked() implements TakingOutcome {}

  /** Removed from the store meanwhile. */
  record Gone() implements TakingOutcome {}

  /** The agency has asked for other things. */
  record NotAsked(Place place) implements TakingOutcome {}

  record Closed(Dossier dossier) implements TakingOutcome {}

  record NoSuchPlace() implements TakingOutcome {}
}
