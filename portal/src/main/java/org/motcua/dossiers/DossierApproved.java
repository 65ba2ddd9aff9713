package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** It was decided in the applicant's favour. */
public record DossierApproved(
    DossierId id, DossierCode code, AccountId applicant, Instant at, Next next)
    implements DossierEvent {

  /** What comes of it. */
  public enum Next {
    /** The portal makes the result. */
    RESULT,
    /** Nothing: the agency has taken note. */
    NOTHING,
    /** What was applied for was done by whoever handles it outside. */
    DONE_OUTSIDE
  }
}
