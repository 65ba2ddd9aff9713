package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The agency's leader decided in the applicant's favour; the result is being made. */
public record DossierApproved(DossierId id, DossierCode code, AccountId applicant, Instant at)
    implements DossierEvent {}
