package org.motcua.catalogue.teaching;

import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.searching.SearchResults;
import org.motcua.catalogue.searching.model.MissedQuery;

/**
 * @param now what is found by now without guessing, null where still nothing is
 */
public record MissedRow(MissedQuery query, SearchResults.@Nullable Hit now) {}
