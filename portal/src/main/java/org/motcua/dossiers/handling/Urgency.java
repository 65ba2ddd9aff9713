package org.motcua.dossiers.handling;

import java.time.Instant;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.QueueRow;

/** How urgent a dossier on a list is; each has words and a sign besides its colour. */
public enum Urgency {
  LATE,
  /** The applicant should have been told by now whether it is taken. */
  ANSWER_LATE,
  /** The first answer is due, before the result. */
  ANSWER,
  TODAY,
  /** Within a working day. */
  SOON,
  /** For the applicant: the clock stands still. */
  WAITING,
  /** There is a result that waits for somebody to come. */
  READY,
  NONE;

  static Urgency of(QueueRow row, Moments moments) {
    var status = row.status();
    if (status == DossierStatus.FINISHED) return READY;
    if (status.clockStandsStill()) return WAITING;
    if (!status.clockRuns()) return NONE;
    if (row.dueAt().isBefore(moments.now())) return LATE;
    var answerBy = row.answerBy();
    if (status == DossierStatus.REGISTERED && answerBy != null) {
      if (answerBy.isBefore(moments.now())) return ANSWER_LATE;
      // Where the law gives no more than the day itself, the result is due first.
      if (!row.dueAt().isBefore(answerBy)) return ANSWER;
    }
    if (row.dueAt().isBefore(moments.endOfToday())) return TODAY;
    return row.dueAt().isAfter(moments.aWorkingDayOn()) ? NONE : SOON;
  }

  /** By which a list tells what is urgent. */
  record Moments(Instant now, Instant endOfToday, Instant aWorkingDayOn) {}
}
