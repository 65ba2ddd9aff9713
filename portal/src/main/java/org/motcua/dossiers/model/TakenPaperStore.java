package org.motcua.dossiers.model;

import java.util.List;
import java.util.Optional;
import org.motcua.documents.DocumentId;
import org.motcua.dossiers.DossierId;

/** Which files of dossiers came out of a store. One goes with its attachment. */
public interface TakenPaperStore {

  void insert(TakenPaper taken);

  List<TakenPaper> listOf(DossierId dossier);

  Optional<TakenPaper> find(DossierId dossier, DocumentId document);
}
