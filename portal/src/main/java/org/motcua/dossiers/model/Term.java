package org.motcua.dossiers.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dossier's times.
 *
 * @param answerBy when the agency has to say first whether it takes it
 * @param dueAt when the result is due; moves on by the time that the clock stood still
 * @param promisedAt the new appointment of an apology; being late is still reckoned by {@code
 *     dueAt}
 * @param stoppedAt since when the clock stands still, while it does
 */
public record Term(
    @Nullable Instant submittedAt,
    @Nullable Instant answerBy,
    @Nullable Instant acceptedAt,
    @Nullable Instant dueAt,
    @Nullable Instant promisedAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant returnedAt) {

  static final Term NOT_BEGUN = new Term(null, null, null, null, null, null, null, null);

  Term begun(Instant now, Instant answer, Instant due) {
    return new Term(now, answer, null, due, null, null, null, null);
  }

  Term accepted(Instant now) {
    return new Term(
        submittedAt, answerBy, now, dueAt, promisedAt, stoppedAt, finishedAt, returnedAt);
  }

  Term stopped(Instant now) {
    return new Term(
        submittedAt, answerBy, acceptedAt, dueAt, promisedAt, now, finishedAt, returnedAt);
  }

  /** A promise made before the pause stands, if the due time has not moved beyond it. */
  Term resumed(Instant newDue) {
    var promise = promisedAt == null || promisedAt.isAfter(newDue) ? promisedAt : newDue;
    return new Term(
        submittedAt, answerBy, acceptedAt, newDue, promise, null, finishedAt, returnedAt);
  }

  Term promised(Instant newAppointment) {
    return new Term(
        submittedAt,
        answerBy,
        acceptedAt,
        dueAt,
        newAppointment,
        stoppedAt,
        finishedAt,
        returnedAt);
  }

  /** A clock that stood still, and was not started again, stays where it stood. */
  Term finished(Instant now) {
    return new Term(
        submittedAt, answerBy, acceptedAt, dueAt, promisedAt, stoppedAt, now, returnedAt);
  }

  Term returned(Instant now) {
    return new Term(
        submittedAt, answerBy, acceptedAt, dueAt, promisedAt, stoppedAt, finishedAt, now);
  }

  /** When the applicant may expect the result. */
  public @Nullable Instant expectedAt() {
    return promisedAt == null ? dueAt : promisedAt;
  }

  /** Past its term: finished after it, or not finished and the term has run out. */
  public boolean late(Instant now) {
    if (dueAt == null) return false;
    if (finishedAt != null) return finishedAt.isAfter(dueAt);
    return stoppedAt == null && now.isAfter(dueAt);
  }
}
