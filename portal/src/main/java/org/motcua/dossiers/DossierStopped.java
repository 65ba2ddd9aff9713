package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The agency ended it without a result, for the reason given. */
public record DossierStopped(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String reason)
    implements DossierEvent {}
