package org.motcua.eservices;

/**
 * How a fee is collected.
 *
 * @param waits on acceptance: whether the handling waits for the money
 * @param refundable whether it is given back of a dossier that is stopped after its acceptance
 */
public record Collecting(When when, boolean waits, boolean refundable, Kind kind) {

  public static final Collecting AT_THE_END =
      new Collecting(When.ON_RETURN, false, false, Kind.FEE);

  /** In the order in which they come. */
  public enum When {
    BEFORE_SUBMISSION,
    ON_ACCEPTANCE,
    ON_RETURN
  }

  public enum Kind {
    FEE,
    /** To the social insurance. */
    CONTRIBUTION
  }
}
