package org.motcua.simulators.agency.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the national portal lists it. The applicant's name comes masked; the status is the
 * national one, 1 to 10.
 */
public record DossierSummary(
    String code,
    @Nullable String procedure,
    @Nullable String service,
    @Nullable String agency,
    int status,
    @Nullable String statusName,
    @Nullable String applicant,
    @Nullable Instant submittedAt,
    @Nullable Instant dueAt) {

  private static final int STOPPED = 8;
  private static final int FINISHED = 9;
  private static final int RETURNED = 10;
  private static final int REFUSED = 3;
  private static final int WITHDRAWN = 7;

  public boolean isOverdue(Instant now) {
    return dueAt != null && dueAt.isBefore(now) && !isClosed();
  }

  public boolean isClosed() {
    return switch (status) {
      case REFUSED, WITHDRAWN, STOPPED, FINISHED, RETURNED -> true;
      default -> false;
    };
  }

  /** Which of the few colours a status tag has. */
  public String tone() {
    return switch (status) {
      case FINISHED, RETURNED -> "done";
      case REFUSED, WITHDRAWN, STOPPED -> "ended";
      case 5, 6 -> "waiting";
      default -> "open";
    };
  }
}
