package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** Whoever handles it outside has come a step further, without finishing or refusing it. */
public record OutsideStepTaken(
    DossierId id, DossierCode code, AccountId applicant, Instant at, OutsideStep step)
    implements DossierEvent {}
