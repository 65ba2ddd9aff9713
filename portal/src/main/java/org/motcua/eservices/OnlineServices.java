package org.motcua.eservices;

import java.util.List;
import java.util.Optional;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.yaml.Problem;

/** The services offered online. */
public interface OnlineServices {

  /** In the version that is in force today. */
  Optional<OnlineService> find(ServiceSlug slug);

  /**
   * In the version that is in force today.
   *
   * @throws java.util.NoSuchElementException where there is no such service
   */
  OnlineService get(ServiceSlug slug);

  /**
   * In that version, in force or not: what has been handed in goes on as it began. A version that
   * is known no longer is stood in for by the next newer one.
   *
   * @throws java.util.NoSuchElementException where there never was such a service
   */
  OnlineService get(ServiceSlug slug, int version);

  Optional<OnlineService> findByProcedure(ProcedureCode code);

  /** By their slugs. */
  List<OnlineService> list();

  /** What is wrong with the folders. */
  List<Problem> problems();

  /** How every folder stands: those with mistakes first, then by their names. */
  List<FolderState> folders();
}
