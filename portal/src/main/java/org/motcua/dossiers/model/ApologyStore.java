package org.motcua.dossiers.model;

import java.util.Optional;
import org.motcua.dossiers.DossierId;

/** Keeps the apology of a dossier that takes longer than was said. */
public interface ApologyStore {

  /** False when there was one before. */
  boolean add(DossierId dossier, Apology apology);

  Optional<Apology> find(DossierId dossier);
}
