package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** The agency goes on in spite of the wish to withdraw. */
public record WithdrawalDenied(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String reason)
    implements DossierEvent {}
