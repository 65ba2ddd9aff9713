package org.motcua.catalogue.searching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.Audience;

/**
 * @param audiences any of these; empty for everybody
 * @param lifeEvent the slug of a group, null for all
 * @param after where the page before ended
 */
public record SearchRequest(
    String query,
    Set<Audience> audiences,
    @Nullable String lifeEvent,
    @Nullable SearchCursor after,
    int limit) {

  /** Longer than anybody types; the rest of a pasted page is not looked at. */
  static final int LONGEST_QUERY = 200;

  public SearchRequest {
    audiences = Set.copyOf(audiences);
    query = query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
  }

  public static SearchRequest of(String query, int limit) {
    return new SearchRequest(query, Set.of(), null, null, limit);
  }
}
