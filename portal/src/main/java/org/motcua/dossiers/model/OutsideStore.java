package org.motcua.dossiers.model;

import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.OutsideStep;

/** Which dossiers are handled outside, and how far they are there. */
public interface OutsideStore {

  Optional<OutsideCase> find(DossierId dossier);

  void begin(DossierId dossier, OutsideCase begun);

  void add(DossierId dossier, OutsideStep step);
}
