package org.motcua.catalogue.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;

/** Every text that procedures have had and will have. */
public interface VersionStore {

  /** What held on that day: also an abolition, then and afterwards. */
  Optional<Version> findInForce(ProcedureCode code, LocalDate on);

  Optional<Version> find(ProcedureCode code, int number);

  /** The newest first, those published ahead of their day included. */
  List<Version> list(ProcedureCode code, int limit);

  /** Its text; of an abolition, the last one before. */
  Procedure getText(Version version);

  /** The rest of the caller's transaction is the only one that publishes this procedure. */
  void lock(ProcedureCode code);

  /**
   * Whether a text says another thing than that version.
   *
   * <p>As the database compares it: the order of fields and spaces between them do not count.
   */
  boolean differs(Version version, Procedure text);

  /** Numbers it behind the procedure's others. */
  Version add(NewVersion version);

  /** Makes the version whose day has come the present one; nothing happens if it is already. */
  void bringIntoForce(ProcedureCode code, LocalDate today);

  /** As {@link #lock}, of many, in one order: two who lock the same ones never wait in a ring. */
  void lockAll(Collection<ProcedureCode> codes);

  /**
   * Gives each of these procedures, which the caller has locked, its text from today on and makes
   * it the present one; a text that holds already is left out.
   *
   * @return the numbers of the new versions
   */
  Map<ProcedureCode, Integer> takeInAll(
      Collection<Procedure> texts, LocalDate today, Instant at, String by);

  /** Procedures with a version whose day has come unnoticed. */
  List<ProcedureCode> listDue(LocalDate today, int limit);
}
