package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The agency took it in; the result is due at the time said. */
public record DossierAccepted(
    DossierId id, DossierCode code, AccountId applicant, Instant at, Instant dueAt)
    implements DossierEvent {}
