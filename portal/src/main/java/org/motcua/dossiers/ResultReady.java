package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.eservices.Delivery;
import org.motcua.identity.AccountId;

/** The result is made, and waits to be fetched or sent. */
public record ResultReady(
    DossierId id, DossierCode code, AccountId applicant, Instant at, Delivery delivery)
    implements DossierEvent {}
