package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.eservices.Delivery;
import org.motcua.identity.AccountId;

/**
 * The applicant has the result.
 *
 * @param how it came to him, which may be otherwise than he wished
 * @param verificationCode {@code null} where the agency gave a paper of its own
 */
public record ResultReturned(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    Instant at,
    Delivery how,
    @Nullable String verificationCode)
    implements DossierEvent {}
