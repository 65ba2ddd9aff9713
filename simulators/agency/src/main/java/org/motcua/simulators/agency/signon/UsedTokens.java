package org.motcua.simulators.agency.signon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names of logout tokens that have done their work, until they expire. */
@Component
class UsedTokens {

  private final Map<String, Instant> expiries = new HashMap<>();

  /** False when it has been used before. */
  synchronized boolean use(String id, Instant expiresAt) {
    expiries
        .values()
        .removeIf(expiry -> expiry.isBefore(Instant.now().minus(TimesAgree.TOLERANCE)));
    return expiries.putIfAbsent(id, expiresAt) == null;
  }
}
