package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * It is paid for; the clock runs again.
 *
 * @param receipt the number of the receipt of the counter; empty: paid online
 */
public record FeeSettled(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String receipt, Instant dueAt)
    implements DossierEvent {}
