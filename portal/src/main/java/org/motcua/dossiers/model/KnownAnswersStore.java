package org.motcua.dossiers.model;

import org.motcua.dossiers.DossierId;
import org.motcua.forms.Prefill;

/** What was known for a dossier's questions before they were asked. */
public interface KnownAnswersStore {

  Prefill find(DossierId dossier);

  /** What is newer takes the place of what was known of the same questions. */
  void add(DossierId dossier, Prefill newer);

  /** Instead of all that was known. */
  void put(DossierId dossier, Prefill all);
}
