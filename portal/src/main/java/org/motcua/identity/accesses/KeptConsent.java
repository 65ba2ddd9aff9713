package org.motcua.identity.accesses;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one has agreed to give; see {@link org.motcua.identity.Consents.Given} for the texts. */
record KeptConsent(
    UUID id,
    String recipient,
    String whatKey,
    String whyKey,
    String name,
    boolean withdrawable,
    Instant givenAt,
    @Nullable Instant withdrawnAt) {

  boolean canBeWithdrawn() {
    return withdrawable && withdrawnAt == null;
  }
}
