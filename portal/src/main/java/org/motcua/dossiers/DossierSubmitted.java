package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * The applicant handed it in; from here on the legal term runs.
 *
 * @param by name of the one who did it in the applicant's name; null: the applicant
 */
public record DossierSubmitted(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    AgencyId agency,
    Instant at,
    Instant dueAt,
    @Nullable String by)
    implements DossierEvent {}
