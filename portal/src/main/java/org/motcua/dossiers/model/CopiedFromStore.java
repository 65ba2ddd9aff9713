package org.motcua.dossiers.model;

import java.util.Optional;
import org.motcua.dossiers.DossierId;

/** Which drafts are copies of which dossiers. */
public interface CopiedFromStore {

  void insert(CopiedFrom copied);

  Optional<CopiedFrom> find(DossierId draft);

  /** The newest copy of it that was not handed in yet. */
  Optional<DossierId> findDraftOf(DossierId former);
}
