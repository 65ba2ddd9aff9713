package org.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;

/** The procedures in force, and the way to find one. */
public interface Catalogue {

  Optional<Procedure> find(ProcedureCode code);

  /**
   * What somebody from that province should read: the copy that his province keeps, with its fee
   * and its place, or else the ministry's own text.
   */
  Optional<Procedure> findFor(ProcedureCode code, UnitCode province);

  /** The text that held on that day; nothing where there was none, or an abolished one. */
  Optional<Procedure> find(ProcedureCode code, LocalDate on);

  /**
   * @throws java.util.NoSuchElementException where the code is known to no ministry or province
   */
  Procedure get(ProcedureCode code);

  /** By code, those after the given one. */
  List<Procedure> list(@Nullable ProcedureCode after, int limit);

  /** As {@link #list}, the codes alone. */
  List<ProcedureCode> codes(@Nullable ProcedureCode after, int limit);

  /** Best first; understands missing diacritics, everyday words and typing errors. */
  List<Procedure> search(String query, int limit);

  /** The groups under which the front page sorts procedures, in their order. */
  List<LifeEvent> lifeEvents();

  /** The slugs of those groups that hold at least one procedure. */
  Set<String> lifeEventsWithProcedures();
}
