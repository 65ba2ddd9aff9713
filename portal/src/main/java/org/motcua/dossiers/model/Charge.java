package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.eservices.FeeLine;

/**
 * What an applicant owes for a dossier, as its answers said when it was handed in.
 *
 * @param settlement how it was paid; {@code null} as long as it is not
 */
public record Charge(List<FeeLine> lines, @Nullable Settlement settlement) {

  public Charge {
    lines = List.copyOf(lines);
  }

  /** In dong. */
  public long total() {
    return lines.stream().mapToLong(FeeLine::dong).sum();
  }

  /**
   * Paid at the counter.
   *
   * @param by the officer's name
   * @param receipt the number of the receipt that the applicant was given
   */
  public record Settlement(Instant at, String by, String receipt) {}
}
