package org.motcua.dossiers.filling;

import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Dossier;

/** What somebody who wants to begin is given. */
sealed interface DraftOutcome {

  record Begun(DossierId id) implements DraftOutcome {}

  /** A half-filled draft of the same service lies there: go on with it, or begin another? */
  record AnotherWaits(Dossier draft) implements DraftOutcome {}

  record NoSuchService() implements DraftOutcome {}

  /** The service is for citizens and this is an enterprise, or the other way round. */
  record NotForYou() implements DraftOutcome {}
}
