package org.motcua.eservices;

import java.util.List;
import java.util.Optional;
import org.motcua.catalogue.ProcedureCode;

/** The services offered online. */
public interface OnlineServices {

  Optional<OnlineService> find(ServiceSlug slug);

  /**
   * @throws java.util.NoSuchElementException where there is no such service
   */
  OnlineService get(ServiceSlug slug);

  Optional<OnlineService> findByProcedure(ProcedureCode code);

  List<OnlineService> list();
}
