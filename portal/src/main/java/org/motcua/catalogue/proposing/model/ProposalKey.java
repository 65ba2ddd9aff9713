package org.motcua.catalogue.proposing.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Where a page of a list ended: lists begin with what was changed last, then go by id. */
public record ProposalKey(Instant changedAt, ProposalId id) {

  /** As finely as the database keeps instants. */
  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, changedAt) + "_" + id;
  }

  /** What {@link #toString()} wrote into an address; anything else is taken as no key. */
  public static Optional<ProposalKey> parse(String text) {
    var parts = text.split("_", 2);
    if (parts.length != 2) return Optional.empty();
    try {
      return Optional.of(
          new ProposalKey(
              Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
              new ProposalId(UUID.fromString(parts[1]))));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
