package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The agency did not take it in, for the reason given. */
public record DossierRefused(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String reason)
    implements DossierEvent {}
