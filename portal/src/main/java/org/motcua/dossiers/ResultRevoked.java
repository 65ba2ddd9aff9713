package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * The result no longer holds, and nothing instead.
 *
 * @param law by which it was taken back
 * @param reason in the leader's words
 */
public record ResultRevoked(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    Instant at,
    String verificationCode,
    String law,
    String reason)
    implements DossierEvent {}
