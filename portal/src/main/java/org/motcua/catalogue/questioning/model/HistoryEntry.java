package org.motcua.catalogue.questioning.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;

/**
 * Something that was done with a question.
 *
 * @param actor null for the portal itself and for whoever asked without an account
 * @param agency at whose desk it lay then; of a forwarding, where it went
 * @param texts what was published
 */
public record HistoryEntry(
    Instant at,
    @Nullable AccountId actor,
    Event event,
    AgencyId agency,
    @Nullable String note,
    @Nullable Texts texts) {

  public enum Event {
    ASKED,
    WRITTEN,
    HANDED_OVER,
    PUBLISHED,
    UNPUBLISHED,
    REFUSED,
    REOPENED,
    FORWARDED,
    SHIPPED
  }
}
