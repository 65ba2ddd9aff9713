package org.motcua.dossiers.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a dossier somebody fills in: pages of its form by their ids, and its papers.
 *
 * @param only null: all, also those that a newer version of the service will have
 */
public record Parts(@Nullable Set<String> only) {

  /** Stands among the pages for the papers; no page has such an id. */
  public static final String PAPERS = "*papers";

  public static final Parts ALL = new Parts(null);

  public Parts {
    only = only == null ? null : Set.copyOf(only);
  }

  public static Parts of(List<String> chosen) {
    return new Parts(new TreeSet<>(chosen));
  }

  public boolean whole() {
    return only == null;
  }

  public boolean has(String part) {
    return only == null || only.contains(part);
  }

  public boolean hasPapers() {
    return has(PAPERS);
  }
}
