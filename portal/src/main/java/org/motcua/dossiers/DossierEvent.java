package org.motcua.dossiers;

import java.time.Instant;
import org.motcua.identity.AccountId;

/** What happened to a submitted dossier, for whoever has to know. */
public sealed interface DossierEvent
    permits DossierSubmitted,
        DossierAccepted,
        DossierRefused,
        AdditionsRequested,
        AdditionsSupplied,
        OutsideStepTaken,
        DossierApproved,
        DossierStopped,
        FeeDemanded,
        FeeSettled,
        WithdrawalDenied,
        Apologised,
        ResultReady,
        LetterTaken,
        LetterCameBack,
        ResultReturned,
        ResultCorrected,
        ResultRevoked {

  DossierId id();

  DossierCode code();

  AccountId applicant();

  Instant at();
}
