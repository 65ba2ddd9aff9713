package org.motcua.catalogue.questioning.model;

/** Which part of a desk's questions to list. */
public enum WorkFilter {
  TO_ANSWER,
  TO_PUBLISH,
  OVERDUE,
  PUBLISHED,
  REFUSED;

  /** Open ones are listed by when they are due, closed ones the latest first. */
  public boolean open() {
    return this == TO_ANSWER || this == TO_PUBLISH || this == OVERDUE;
  }
}
