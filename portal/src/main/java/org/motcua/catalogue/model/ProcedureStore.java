package org.motcua.catalogue.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;

/** The procedures in force today; {@link VersionStore} has what was and what will be. */
public interface ProcedureStore {

  Optional<Procedure> find(ProcedureCode code);

  List<Procedure> findAll(Collection<ProcedureCode> codes);

  /**
   * The ministries' procedures of these codes and all copies that provinces keep of them, by code.
   */
  List<Procedure> families(Collection<ProcedureCode> national);

  /** By code, those after the given one. */
  List<Procedure> list(@Nullable ProcedureCode after, int limit);

  List<ProcedureCode> codes(@Nullable ProcedureCode after, int limit);
}
