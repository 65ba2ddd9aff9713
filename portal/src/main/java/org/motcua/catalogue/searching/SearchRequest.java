package org.motcua.catalogue.searching;

import org.jspecify.annotations.Nullable;

/**
 * @param after where the page before ended
 */
public record SearchRequest(
    String query, SearchFilters filters, @Nullable SearchCursor after, int limit) {

  /** Longer than anybody types; the rest of a pasted page is not looked at. */
  static final int LONGEST_QUERY = 200;

  public SearchRequest {
    query = query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
  }

  public static SearchRequest of(String query, int limit) {
    return new SearchRequest(query, SearchFilters.NONE, null, limit);
  }
}
