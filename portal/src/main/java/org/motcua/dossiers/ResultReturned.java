package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * The applicant has the result.
 *
 * @param verificationCode {@code null} where the agency gave a paper of its own
 */
public record ResultReturned(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    Instant at,
    @Nullable String verificationCode)
    implements DossierEvent {}
