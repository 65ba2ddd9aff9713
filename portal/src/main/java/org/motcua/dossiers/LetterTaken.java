package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/**
 * The result is with the post.
 *
 * @param tracking the operator's number for it
 */
public record LetterTaken(
    DossierId id, DossierCode code, AccountId applicant, Instant at, String tracking)
    implements DossierEvent {}
