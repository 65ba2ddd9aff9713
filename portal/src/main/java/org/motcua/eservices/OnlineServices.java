package org.motcua.eservices;

import java.util.List;
import java.util.Optional;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.yaml.Problem;

/** The services offered online. */
public interface OnlineServices {

  Optional<OnlineService> find(ServiceSlug slug);

  /**
   * @throws java.util.NoSuchElementException where there is no such service
   */
  OnlineService get(ServiceSlug slug);

  Optional<OnlineService> findByProcedure(ProcedureCode code);

  /** By their slugs. */
  List<OnlineService> list();

  /** What is wrong with the folders that are therefore not offered. */
  List<Problem> problems();
}
