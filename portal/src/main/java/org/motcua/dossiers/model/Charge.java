package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.eservices.Collecting;
import org.motcua.eservices.FeeLine;

/**
 * What an applicant owes for a dossier.
 *
 * @param lines as its answers said when it was handed in
 * @param demanded what an officer asked for besides
 * @param settlement how it was paid; {@code null} as long as it is not
 */
public record Charge(List<FeeLine> lines, List<FeeLine> demanded, @Nullable Settlement settlement) {

  public Charge {
    lines = List.copyOf(lines);
    demanded = List.copyOf(demanded);
  }

  public List<FeeLine> all() {
    return Stream.concat(lines.stream(), demanded.stream()).toList();
  }

  /** In dong. */
  public long total() {
    return all().stream().mapToLong(FeeLine::dong).sum();
  }

  /** In dong: what is to be paid by then. */
  public long dueBy(Collecting.When when) {
    return all().stream().filter(line -> line.dueBy(when)).mapToLong(FeeLine::dong).sum();
  }

  /** In dong: what goes back when it is stopped after its acceptance. */
  public long refundable() {
    return all().stream()
        .filter(line -> line.collected().refundable())
        .mapToLong(FeeLine::dong)
        .sum();
  }

  /**
   * How it was paid. Payments have the receipts of what they know of.
   *
   * @param by the officer who took it at the counter; empty: it was paid online
   * @param receipt the number of the receipt that the agency's own book gives; empty: none
   */
  public record Settlement(Instant at, String by, String receipt) {

    public static Settlement online(Instant at) {
      return new Settlement(at, "", "");
    }

    public boolean online() {
      return by.isEmpty();
    }
  }
}
