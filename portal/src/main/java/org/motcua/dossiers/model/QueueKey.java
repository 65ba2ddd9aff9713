package org.motcua.dossiers.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.motcua.dossiers.DossierId;

/** Where a page of the queue ended: the queue is ordered by due time, then by id. */
public record QueueKey(Instant dueAt, DossierId id) {

  @Override
  public String toString() {
    return dueAt.toEpochMilli() + "_" + id;
  }

  /** What {@link #toString()} wrote into an address; anything else is taken as no key. */
  public static Optional<QueueKey> parse(String text) {
    var parts = text.split("_", 2);
    if (parts.length != 2) return Optional.empty();
    try {
      return Optional.of(
          new QueueKey(
              Instant.ofEpochMilli(Long.parseLong(parts[0])),
              new DossierId(UUID.fromString(parts[1]))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
