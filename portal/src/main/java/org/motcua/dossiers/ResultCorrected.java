package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * A faulty result no longer holds; the right one does.
 *
 * @param formerCode the faulty one's verification code
 * @param reason what was wrong, in the leader's words
 */
public record ResultCorrected(
    DossierId id,
    DossierCode code,
    AccountId applicant,
    Instant at,
    String formerCode,
    String verificationCode,
    String reason)
    implements DossierEvent {}
