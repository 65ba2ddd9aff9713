package org.motcua.catalogue.proposing.model;

/** The lists into which the desk sorts proposals. */
public enum WorkList {
  /** Under way, of the officer's own agency. */
  MINE,
  RETURNED,
  TO_APPROVE,
  TO_PUBLISH,
  PUBLISHED
}
