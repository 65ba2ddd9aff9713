package org.motcua.dossiers.model;

import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;

/**
 * Where a dossier is being handled.
 *
 * @param agency who decides; known from submission on
 * @param step where it stands on the service's route, counted from 0
 * @param handler the officer who has it in hand
 * @param interrupted the status that a request for withdrawal broke off
 */
public record Work(
    @Nullable AgencyId agency,
    int step,
    @Nullable OfficerId handler,
    @Nullable DossierStatus interrupted) {

  static final Work NOT_BEGUN = new Work(null, 0, null, null);

  static Work begunAt(AgencyId agency) {
    return new Work(agency, 0, null, null);
  }

  Work at(int newStep, @Nullable OfficerId newHandler) {
    return new Work(agency, newStep, newHandler, interrupted);
  }

  Work interrupting(DossierStatus status) {
    return new Work(agency, step, handler, status);
  }

  Work goingOn() {
    return new Work(agency, step, handler, null);
  }
}
