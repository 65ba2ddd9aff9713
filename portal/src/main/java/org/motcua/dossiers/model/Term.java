package org.motcua.dossiers.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dossier's times.
 *
 * @param dueAt when the result is due; moves on by the time that the clock stood still
 * @param stoppedAt since when the clock stands still, while it does
 */
public record Term(
    @Nullable Instant submittedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant dueAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant returnedAt) {

  static final Term NOT_BEGUN = new Term(null, null, null, null, null, null);

  Term begun(Instant now, Instant due) {
    return new Term(now, null, due, null, null, null);
  }

  Term accepted(Instant now) {
    return new Term(submittedAt, now, dueAt, stoppedAt, finishedAt, returnedAt);
  }

  Term stopped(Instant now) {
    return new Term(submittedAt, acceptedAt, dueAt, now, finishedAt, returnedAt);
  }

  Term resumed(Instant newDue) {
    return new Term(submittedAt, acceptedAt, newDue, null, finishedAt, returnedAt);
  }

  /** A clock that stood still, and was not started again, stays where it stood. */
  Term finished(Instant now) {
    return new Term(submittedAt, acceptedAt, dueAt, stoppedAt, now, returnedAt);
  }

  Term returned(Instant now) {
    return new Term(submittedAt, acceptedAt, dueAt, stoppedAt, finishedAt, now);
  }

  /** Past its term: finished after it, or not finished and the term has run out. */
  public boolean late(Instant now) {
    if (dueAt == null) return false;
    if (finishedAt != null) return finishedAt.isAfter(dueAt);
    return stoppedAt == null && now.isAfter(dueAt);
  }
}
