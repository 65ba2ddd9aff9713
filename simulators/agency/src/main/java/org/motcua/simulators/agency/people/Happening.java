package org.motcua.simulators.agency.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at the door.
 *
 * @param who the name, of people all but the last word shortened
 * @param detail a level, a number of sessions, or the key of the words that say why
 */
public record Happening(
    long id, Instant at, What what, @Nullable String who, @Nullable String detail) {

  public boolean hasReason() {
    return what.isRefusal() && detail != null && detail.startsWith("trouble.");
  }
}
