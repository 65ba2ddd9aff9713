package org.motcua.catalogue.model;

import java.time.LocalDate;
import java.util.List;
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

  /** Procedures with a version whose day has come unnoticed. */
  List<ProcedureCode> listDue(LocalDate today, int limit);
}
