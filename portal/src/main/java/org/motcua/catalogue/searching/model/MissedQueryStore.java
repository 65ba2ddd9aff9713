package org.motcua.catalogue.searching.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

public interface MissedQueryStore {

  /** So many are kept, the latest ones. */
  int KEPT = 1000;

  /** Latest first. */
  List<MissedQuery> list(@Nullable Key after, int limit);

  /** Adds the counts to what is there, and drops the oldest. */
  void add(Collection<MissedQuery> missed);

  /** The place in the list after which a page begins. */
  record Key(Instant lastAt, String query) {}
}
