package org.motcua.dossiers.model;

import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;

/** Where results go by post, and what was given to it. */
public interface ConsignmentStore {

  void keep(DossierId dossier, PostalAddress address);

  Optional<PostalAddress> findAddress(DossierId dossier);

  void add(Consignment consignment);

  /** Its state, number and steps. */
  void save(Consignment consignment);

  Optional<Consignment> find(UUID id);

  Optional<Consignment> findLast(DossierId dossier);
}
