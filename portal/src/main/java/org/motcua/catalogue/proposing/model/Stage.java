package org.motcua.catalogue.proposing.model;

/** How far a proposal has come; {@link State} says besides who brought it there. */
public enum Stage {
  DRAFT,
  PROPOSED,
  APPROVED,
  RETURNED,
  PUBLISHED,
  DISCARDED;

  public boolean open() {
    return this != PUBLISHED && this != DISCARDED;
  }
}
