package org.motcua.catalogue.model;

import java.time.Instant;
import java.time.LocalDate;
import org.motcua.catalogue.ProcedureCode;

/**
 * One text of a procedure, in force from its day until another version's day has come.
 *
 * @param number 1, 2, … in the order in which they were published
 * @param publishedBy as the audit trail names it
 */
public record Version(
    ProcedureCode code,
    int number,
    Change change,
    LocalDate effectiveFrom,
    Instant publishedAt,
    String publishedBy) {

  /** How this version came to be. */
  public enum Change {
    /** From the shipped seed or from the national database, which do not say how. */
    TAKEN_IN,
    PUBLISHED,
    AMENDED,
    ABOLISHED
  }

  public boolean isAbolition() {
    return change == Change.ABOLISHED;
  }
}
