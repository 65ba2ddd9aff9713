package org.motcua.identity.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;

/**
 * A change that may still be stopped.
 *
 * @param before what to put back; null where there was nothing
 */
record Change(
    UUID id,
    AccountId account,
    ChangeKind kind,
    @Nullable String before,
    @Nullable String after,
    Instant at,
    Instant stoppableUntil,
    @Nullable Instant stoppedAt) {

  boolean stopped() {
    return stoppedAt != null;
  }

  boolean stoppable(Instant now) {
    return !stopped() && now.isBefore(stoppableUntil);
  }

  @Override
  public String toString() {
    return "Change of " + kind + " at " + at;
  }
}
