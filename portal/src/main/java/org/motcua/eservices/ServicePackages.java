package org.motcua.eservices;

import java.util.List;
import java.util.Optional;
import org.motcua.forms.yaml.Problem;

/** The packages of services that are offered now: those without a mistake. */
public interface ServicePackages {

  Optional<ServicePackage> find(ServiceSlug slug);

  /** By their slugs. */
  List<ServicePackage> list();

  /** What is wrong with the others, by file and line. */
  List<Problem> problems();
}
