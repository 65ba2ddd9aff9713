package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;

/** Which results were corrected; the latest of a dossier comes last. */
public interface CorrectionStore {

  void add(Correction correction);

  Optional<Correction> find(UUID id);

  List<Correction> list(DossierId dossier);

  void made(UUID id, Instant at);
}
