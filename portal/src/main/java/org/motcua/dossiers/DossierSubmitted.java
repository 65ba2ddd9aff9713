package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/** The applicant handed it in; from here on the legal term runs. */
public record DossierSubmitted(
    DossierId id, DossierCode code, AccountId applicant, AgencyId agency, Instant at, Instant dueAt)
    implements DossierEvent {}
