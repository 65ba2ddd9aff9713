package org.motcua.payments.reconciling;

import java.time.LocalDate;

/** What comes of an act on a day. */
sealed interface DayOutcome {

  /** The file is taken in and compared. */
  record Compared(Day day) implements DayOutcome {}

  /** This very file has come before. */
  record SameFile() implements DayOutcome {}

  /** Nothing of it is taken in. */
  record Faulty(long line, FileFault fault) implements DayOutcome {}

  /**
   * That day is closed: what is new in the file counts with this one.
   *
   * @param late how many lines
   */
  record CountsLater(LocalDate day, long late) implements DayOutcome {}

  /** It is not over yet. */
  record NotOver() implements DayOutcome {}

  /** The gateway's file is missing. */
  record NoFile() implements DayOutcome {}

  record StillOpen(long differences) implements DayOutcome {}

  /** A second accountant has to close it. */
  record Signed() implements DayOutcome {}

  /** Who has signed first does not close it alone. */
  record OwnSignature() implements DayOutcome {}

  record Closed() implements DayOutcome {}

  /** It was closed before. */
  record ClosedBefore() implements DayOutcome {}

  record NoSuchDifference() implements DayOutcome {}

  record ReasonMissing() implements DayOutcome {}

  /** The work list's line is done with; somebody else may have been first. */
  record Settled() implements DayOutcome {}
}
