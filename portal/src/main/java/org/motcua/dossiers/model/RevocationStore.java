package org.motcua.dossiers.model;

import java.util.Optional;
import org.motcua.dossiers.DossierId;

/** Which results were taken back. */
public interface RevocationStore {

  void add(Revocation revocation);

  Optional<Revocation> find(DossierId dossier);
}
