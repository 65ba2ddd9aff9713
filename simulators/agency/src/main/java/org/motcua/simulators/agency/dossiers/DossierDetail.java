package org.motcua.simulators.agency.dossiers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dossier with what happened to it, oldest first. */
public record DossierDetail(DossierSummary summary, List<Step> history) {

  /** A step, and what the national portal tells about it. */
  public record Step(
      @Nullable Instant at, int status, @Nullable String statusName, @Nullable String note) {}
}
