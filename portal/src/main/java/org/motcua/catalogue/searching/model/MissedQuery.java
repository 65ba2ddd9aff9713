package org.motcua.catalogue.searching.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A query that found nothing, or nothing but what it was taken for.
 *
 * @param query without accents and punctuation: the same for all who ask the same
 * @param typed as somebody typed it last
 * @param guess the name of what came first, where something was found by guessing
 */
public record MissedQuery(
    String query,
    String typed,
    @Nullable String guess,
    long times,
    Instant firstAt,
    Instant lastAt) {

  /** The two counted as one. */
  public MissedQuery and(MissedQuery later) {
    return new MissedQuery(
        query, later.typed, later.guess, times + later.times, firstAt, later.lastAt);
  }
}
