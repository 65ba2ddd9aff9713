package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** It takes longer than was said: a new appointment, with an apology. */
public record Apologised(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    Instant at,
    Instant promisedAt,
    String reason)
    implements DossierEvent {}
