package org.motcua.dossiers.handling;

import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.organisation.Role;

/** Every answer an officer can get to an act at the desk. */
sealed interface DeskOutcome {

  record Done(Dossier dossier) implements DeskOutcome {}

  /** Another officer, or the applicant, was quicker. */
  record NotNow(DossierStatus status) implements DeskOutcome {}

  record RoleMissing(Role needed) implements DeskOutcome {}

  record ReasonMissing() implements DeskOutcome {}

  record ReceiptMissing() implements DeskOutcome {}

  /** Additions are asked for once; a second request is not allowed. */
  record AskedBefore() implements DeskOutcome {}

  /** It is handled outside; here one can only look. */
  record HandledOutside() implements DeskOutcome {}

  record NoSuchDossier() implements DeskOutcome {}
}
