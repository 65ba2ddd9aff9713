package org.motcua.catalogue.searching;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** What a procedure must be to be found, whatever the words. */
final class FilterQuery {

  /** Narrows to what the reader's province is shown, and to all that was chosen. */
  static Query narrowed(Query words, SearchFilters filters, @Nullable String keeper) {
    var all = new BooleanQuery.Builder().add(words, Occur.MUST);
    all.add(seenFrom(keeper), Occur.FILTER);
    for (var dimension : Dimension.values()) {
      dimension.filter(filters).ifPresent(filter -> all.add(filter, Occur.FILTER));
    }
    return all.build();
  }

  /** As {@link #narrowed}, without what was chosen. */
  static Query seenFrom(Query words, @Nullable String keeper) {
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(seenFrom(keeper), Occur.FILTER)
        .build();
  }

  /**
   * @param keeper the committee of the reader's province, null where he chose none
   */
  private static Query seenFrom(@Nullable String keeper) {
    var seen = new BooleanQuery.Builder();
    if (keeper == null) {
      seen.add(place(ProcedureDocument.PLACE_NATIONAL), Occur.SHOULD);
      seen.add(place(ProcedureDocument.PLACE_ORPHANED), Occur.SHOULD);
    } else {
      seen.add(place(keeper), Occur.SHOULD);
      seen.add(
          new BooleanQuery.Builder()
              .add(place(ProcedureDocument.PLACE_NATIONAL), Occur.FILTER)
              .add(new TermQuery(new Term(ProcedureDocument.COPIED_IN, keeper)), Occur.MUST_NOT)
              .build(),
          Occur.SHOULD);
    }
    return seen.build();
  }

  private static Query place(String place) {
    return new TermQuery(new Term(ProcedureDocument.PLACE, place));
  }

  private FilterQuery() {}
}
