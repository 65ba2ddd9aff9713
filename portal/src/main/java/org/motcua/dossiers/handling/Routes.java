package org.motcua.dossiers.handling;

import java.util.Set;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.Transitions;
import org.motcua.dossiers.model.Transitions.Doer;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.RouteStep;
import org.motcua.organisation.Role;

/**
 * Who does what by a service's route: reception first, then those who handle it, the last of whom
 * decides; the result desk comes after the decision.
 */
final class Routes {

  /** The step; one past the end counts as the last. */
  static RouteStep stepAt(OnlineService service, int step) {
    return service.route().get(Math.min(step, service.route().size() - 1));
  }

  /** With which roles an officer may do it now; with none, if it is not allowed now. */
  static Set<Role> rolesFor(Dossier dossier, Act act, OnlineService service) {
    return Transitions.find(dossier.status(), act)
        .map(transition -> roles(transition.by(), act, service, dossier.step()))
        .orElse(Set.of());
  }

  private static Set<Role> roles(Doer by, Act act, OnlineService service, int step) {
    return switch (by) {
      case Doer.Applicant applicant -> Set.of();
      case Doer.Portal portal -> Set.of();
      case Doer.Entrusted entrusted -> Set.of();
      case Doer.Officer(var roles) -> roles;
      case Doer.AtStep(var roles) -> {
        boolean his = roles.contains(stepAt(service, step).role());
        boolean passesOn = act == Act.PASS_ON && step == decidingStep(service);
        yield his && !passesOn ? Set.of(stepAt(service, step).role()) : Set.of();
      }
      case Doer.Decider decider ->
          act == Act.APPROVE && step != decidingStep(service)
              ? Set.of()
              : Set.of(stepAt(service, decidingStep(service)).role());
    };
  }

  private static int decidingStep(OnlineService service) {
    var route = service.route();
    int last = route.size() - 1;
    return last > 0 && route.get(last).role() == Role.RESULT_DESK ? last - 1 : last;
  }

  private Routes() {}
}
