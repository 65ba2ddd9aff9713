package org.motcua.dossiers;

import java.net.URI;
import java.util.Optional;

/**
 * The door for whoever speaks with the systems in which dossiers are handled outside of this portal
 * ({@code handedTo} of their services). What he reports is obeyed as far as a dossier may move; all
 * of it may come twice.
 */
public interface OutsideHandling {

  /** All that the one who handles it needs; empty where it is nobody outside who does. */
  Optional<Handover> find(DossierId dossier);

  /**
   * He has taken it: from here on it is known by his code, too. The first code holds.
   *
   * @param followAt his page on which the applicant may follow it
   */
  void accept(DossierId dossier, String theirCode, URI followAt, OutsideStep first);

  void step(DossierId dossier, OutsideStep step);

  /** What was applied for is done; he has given the applicant what there is to give. */
  void finish(DossierId dossier, OutsideStep last);

  void refuse(DossierId dossier, OutsideStep last, String reason);
}
