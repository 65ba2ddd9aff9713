package org.motcua.dossiers.model;

import java.util.Optional;
import org.motcua.dossiers.DossierId;
import org.motcua.identity.AccountId;

/** With which programs dossiers were begun. */
public interface BegunByPrograms {

  void add(DossierId dossier, String client, AccountId person);

  Optional<Begun> find(DossierId dossier);

  /**
   * @param person who had signed in at the program
   */
  record Begun(String client, AccountId person) {}
}
