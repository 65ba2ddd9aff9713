package org.motcua.identity.parcels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.platform.web.Language;

/**
 * A parcel that was asked for.
 *
 * @param done how many of the holders of data have put theirs in
 * @param holders how many there are
 * @param bytes its size; null until it is ready
 */
record KeptParcel(
    UUID id,
    AccountId account,
    Language language,
    Instant askedAt,
    int done,
    int holders,
    @Nullable Instant readyAt,
    Instant keptUntil,
    @Nullable Long bytes,
    boolean failed) {

  boolean ready() {
    return readyAt != null;
  }

  boolean underWay() {
    return !ready() && !failed;
  }
}
