package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * The agency waits for the applicant to pay; the clock stands still.
 *
 * @param dong all that is owed
 */
public record FeeDemanded(
    DossierId id, DossierCode code, AccountId applicant, Instant at, long dong)
    implements DossierEvent {}
