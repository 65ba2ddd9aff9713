package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * The agency took it in; the result is due at the time said.
 *
 * @param theirCode of whoever handles it outside; null where the agency does so here
 */
public record DossierAccepted(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    Instant at,
    Instant dueAt,
    @Nullable String theirCode)
    implements DossierEvent {}
