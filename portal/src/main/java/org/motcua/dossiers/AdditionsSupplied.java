package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/** The applicant answered the request; the clock runs on. */
public record AdditionsSupplied(
    DossierId id, DossierCode code, AccountId applicant, AgencyId agency, Instant at, Instant dueAt)
    implements DossierEvent {}
