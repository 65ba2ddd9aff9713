package org.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The procedures in force, and the way to find one. */
public interface Catalogue {

  Optional<Procedure> find(ProcedureCode code);

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
