package org.motcua.identity.parcels;

import org.jspecify.annotations.Nullable;

/**
 * A parcel as its page shows it.
 *
 * @param readyAt null while it is made
 */
public record ParcelView(
    String askedAt,
    int done,
    int holders,
    boolean failed,
    @Nullable String readyAt,
    String keptUntil,
    String address,
    long kilobytes) {}
