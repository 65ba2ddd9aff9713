package org.motcua.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.eservices.OutsideBody;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * The applicant handed it in; from here on the legal term runs.
 *
 * @param by name of the one who did it in the applicant's name; null: the applicant
 * @param handedTo who handles it outside of this portal; null: officers of the agency
 */
public record DossierSubmitted(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    AgencyId agency,
    Instant at,
    Instant dueAt,
    @Nullable String by,
    @Nullable OutsideBody handedTo)
    implements DossierEvent {}
