package org.motcua.catalogue.exchanging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.national.Finding;

/**
 * What became of one line.
 *
 * @param code as the line writes it
 * @param findings of a refused line the reason
 * @param excerpt how a refused line begins
 */
public record ReportLine(
    int number,
    @Nullable String code,
    Outcome outcome,
    List<Finding> findings,
    @Nullable String excerpt) {

  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  public boolean isRefused() {
    return outcome == Outcome.REFUSED;
  }

  public boolean isRemarked() {
    return !isRefused() && !findings.isEmpty();
  }
}
