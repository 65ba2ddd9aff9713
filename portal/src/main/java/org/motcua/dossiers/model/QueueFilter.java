package org.motcua.dossiers.model;

import java.util.List;

/** Which part of an agency's dossiers an officer looks at. */
public enum QueueFilter {
  /** What lies with him, or with somebody for whom he stands in. */
  MINE(
      DossierStatus.ACCEPTED,
      DossierStatus.IN_PROCESS,
      DossierStatus.ADDITIONS_REQUESTED,
      DossierStatus.PAYMENT_REQUESTED,
      DossierStatus.WITHDRAWAL_REQUESTED),
  ALL(
      DossierStatus.REGISTERED,
      DossierStatus.ACCEPTED,
      DossierStatus.IN_PROCESS,
      DossierStatus.ADDITIONS_REQUESTED,
      DossierStatus.PAYMENT_REQUESTED,
      DossierStatus.WITHDRAWAL_REQUESTED),
  NEW(DossierStatus.REGISTERED, DossierStatus.WITHDRAWAL_REQUESTED),
  IN_PROCESS(DossierStatus.ACCEPTED, DossierStatus.IN_PROCESS),
  WAITING(DossierStatus.ADDITIONS_REQUESTED, DossierStatus.PAYMENT_REQUESTED),
  /** Decided; the applicant has yet to get the result. */
  TO_RETURN(DossierStatus.FINISHED);

  private final List<DossierStatus> statuses;

  QueueFilter(DossierStatus... statuses) {
    this.statuses = List.of(statuses);
  }

  public List<DossierStatus> statuses() {
    return statuses;
  }
}
