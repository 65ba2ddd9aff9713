package org.motcua.dossiers.webhooks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.AgencyId;

/**
 * Where a program wants to be told of what happens.
 *
 * @param agency whose program it is
 * @param events none: all
 * @param failingSince of those calls that failed without one between that did not
 * @param formerUntil until when messages are signed with the former secret as well
 */
record Webhook(
    UUID id,
    String client,
    Concerns concerns,
    AgencyId agency,
    String address,
    Set<EventType> events,
    Instant createdAt,
    @Nullable Instant formerUntil,
    int failures,
    @Nullable Instant failingSince,
    @Nullable Instant pausedUntil,
    @Nullable Instant disabledAt,
    @Nullable Why disabledWhy) {

  /** With which dossiers; with the payments that the program has asked for in any case. */
  enum Concerns {
    /** Those that were begun with the program. */
    FILED,
    /** Those at the program's agency and below it. */
    AGENCY,
    /** None. */
    NONE
  }

  /** Why nothing is sent any more. */
  enum Why {
    /** It answered that it is gone for good (410). */
    GONE,
    /** It took nothing for three days. */
    FAILING
  }

  boolean wants(EventType type) {
    return events.isEmpty() || events.contains(type);
  }

  boolean disabled() {
    return disabledAt != null;
  }
}
