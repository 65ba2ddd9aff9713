package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The applicant has the result. */
public record ResultReturned(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String verificationCode)
    implements DossierEvent {}
