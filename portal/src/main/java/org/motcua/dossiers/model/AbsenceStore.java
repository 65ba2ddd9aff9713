package org.motcua.dossiers.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/** Who is away, and who stands in. */
public interface AbsenceStore {

  /** Lets one absence at a time be written down at an agency. */
  void lock(AgencyId agency);

  void add(Absence absence, AccountId saidBy, Instant now);

  /** Ends it now; false if it has ended already. */
  boolean end(UUID id, Instant now);

  Optional<Absence> find(UUID id);

  /** Those of an agency that have not gone by on this day, the next first. */
  List<Absence> listAt(AgencyId agency, LocalDate day);

  /** For whom this officer stands in at this agency on this day. */
  List<OfficerId> absentFor(OfficerId substitute, AgencyId agency, LocalDate day);
}
