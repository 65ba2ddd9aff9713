package org.motcua.connect.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that clients find at our address.
 *
 * @param publishedUntil null while it signs, or will
 */
public record PublishedKey(
    String id, String algorithm, Phase phase, Instant signsFrom, @Nullable Instant publishedUntil) {

  /** Where it stands in its life. */
  public enum Phase {
    NEXT,
    SIGNS,
    FORMER
  }
}
