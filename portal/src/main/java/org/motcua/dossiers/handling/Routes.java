package org.motcua.dossiers.handling;

import org.motcua.eservices.OnlineService;
import org.motcua.eservices.RouteStep;
import org.motcua.organisation.Role;

/** Where a dossier stands on its service's route. */
final class Routes {

  /** The step; one past the end counts as the last. */
  static RouteStep stepAt(OnlineService service, int step) {
    return service.route().get(Math.min(step, service.route().size() - 1));
  }

  /** Whose turn it is there. */
  static Role roleAt(OnlineService service, int step) {
    return stepAt(service, step).role();
  }

  private Routes() {}
}
