package org.motcua.catalogue.proposing.model;

/** What a proposal wants. */
public enum Kind {
  NEW,
  AMENDMENT,
  ABOLITION,
  /** A province's copy of a ministry's procedure, with its own fee or place. */
  COPY
}
