package org.motcua.catalogue.proposing.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a proposal.
 *
 * @param comment somebody's own words; of a saved section its name
 */
public record Entry(Instant at, Event event, Who by, @Nullable String comment) {

  /** Told by messages {@code catalogue.proposing.event.<name>}. */
  public enum Event {
    BEGUN,
    SAVED,
    PROPOSED,
    RECALLED,
    APPROVED,
    RETURNED,
    PUBLISHED,
    DISCARDED,
    /** The version that was published meanwhile has been worked in. */
    TAKEN_OVER,
    /** The author has seen it and keeps his own text. */
    GONE_ON
  }
}
