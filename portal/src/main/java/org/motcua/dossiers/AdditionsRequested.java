package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The agency asks for additions; the clock stands still. */
public record AdditionsRequested(
    DossierId id, DossierCode code, AccountId applicant, Instant at, int points)
    implements DossierEvent {}
