package org.motcua.platform.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param id by which those who take it know one that comes twice, as far as they can
 * @param content as its carrier understands it
 * @param urgent goes before all that is not
 * @param about what it announces, if that wants to know how far it is
 * @param heldUntil not to be sent before
 * @param worthFor for how long it is tried
 */
public record OutgoingMessage(
    UUID id,
    Way way,
    String shownTo,
    String content,
    boolean urgent,
    @Nullable UUID about,
    @Nullable Instant heldUntil,
    Duration worthFor) {

  /** It may hold a one-time code. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + id + "]";
  }
}
