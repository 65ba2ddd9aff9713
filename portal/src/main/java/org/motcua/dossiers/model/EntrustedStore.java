package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;

/** What others are asked about dossiers. Whoever changes one holds the dossier's lock. */
public interface EntrustedStore {

  void add(Entrusted part);

  /** Keeps who took it up, and how it ended. */
  void save(Entrusted part);

  Optional<Entrusted> find(UUID id);

  /** Of a dossier, the first asked first. */
  List<Entrusted> listOf(DossierId dossier);

  /** What waits at an agency for one of these roles, the next due first. */
  List<Entrusted> listWaiting(AgencyId agency, Set<Role> roles, int limit);

  /** What was answered there, the latest first. */
  List<Entrusted> listAnswered(AgencyId agency, Set<Role> roles, int limit);

  int countWaiting(AgencyId agency, Set<Role> roles);

  /** Nobody waits for them any more: the dossier has been decided, or has ended. */
  void overtake(DossierId dossier, Instant now);
}
