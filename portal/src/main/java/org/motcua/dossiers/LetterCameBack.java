package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The post could not deliver the result: it waits at the agency again. */
public record LetterCameBack(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String reason)
    implements DossierEvent {}
