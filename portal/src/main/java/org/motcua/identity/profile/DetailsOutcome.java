package org.motcua.identity.profile;

/** Every answer to "this is who I am, and where I live". */
enum DetailsOutcome {
  /** Also where it was so already: a second click. */
  CHANGED,
  NUMBER_OF_ANOTHER,
  TOO_MANY_TRIES
}
