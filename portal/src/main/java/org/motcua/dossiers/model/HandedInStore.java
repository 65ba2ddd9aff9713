package org.motcua.dossiers.model;

import java.util.List;
import org.motcua.dossiers.DossierId;

/** What was handed in, and when. */
public interface HandedInStore {

  void add(DossierId dossier, HandedIn handedIn);

  /** The first, then one with each addition. */
  List<HandedIn> list(DossierId dossier);
}
