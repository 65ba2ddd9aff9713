package org.motcua.catalogue.teaching;

/** What became of a change to the everyday words. */
sealed interface TeachingOutcome {
  record Taught() implements TeachingOutcome {}

  /** Somebody else changed or removed it since this officer looked. */
  record ChangedMeanwhile() implements TeachingOutcome {}
}
