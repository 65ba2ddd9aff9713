package org.motcua.catalogue;

import java.util.Optional;

/**
 * Where a procedure can be applied for online. Implemented by whoever offers services, since they
 * know the catalogue and it must not know them.
 */
public interface OnlineServiceLinks {

  /** A path within the portal, such as {@code /services/birth-registration}. */
  Optional<String> addressFor(ProcedureCode code);
}
