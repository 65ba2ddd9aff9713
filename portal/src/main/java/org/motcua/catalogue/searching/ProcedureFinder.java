package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.searching.ProcedureQuery.Width;

/**
 * Looks for the words as typed and as meant. Words the catalogue does not know are put right at
 * once; known ones are doubted, and fewer of them asked for, only when nothing was found.
 */
final class ProcedureFinder {

  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ProcedureDocument.CODE, SortField.Type.STRING));

  /** With fewer, it is worth while to look wider. */
  private static final int ENOUGH = 3;

  /**
   * Beyond these, a procedure that cannot be among the best is not weighed; how many there are in
   * all is counted with the filters.
   */
  private static final int COUNTED_EXACTLY = 20;

  private final ProcedureIndex index;

  ProcedureFinder(ProcedureIndex index) {
    this.index = index;
  }

  /**
   * @param facets null where none were asked for
   */
  record Found(SearchResults results, @Nullable Facets facets) {}

  /**
   * @param keeper the committee of the reader's province, null where he chose none
   */
  Found find(
      SearchRequest request,
      EverydayWords understood,
      @Nullable String keeper,
      boolean withFacets) {
    return new Search(request, understood, index.spelling(), keeper, withFacets).run();
  }

  private final class Search {
    private final SearchRequest request;
    private final String text;
    private final EverydayWords understood;
    private final Spelling spelling;
    private final @Nullable String keeper;
    private final boolean withFacets;

    Search(
        SearchRequest request,
        EverydayWords understood,
        Spelling spelling,
        @Nullable String keeper,
        boolean withFacets) {
      this.request = request;
      this.text = request.query();
      this.understood = understood;
      this.spelling = spelling;
      this.keeper = keeper;
      this.withFacets = withFacets;
    }

    Found run() {
      var corrected = spelling.corrected(text).orElse(null);
      var found = find(query(corrected, Width.NARROW), corrected, false);
      if (found.results().total() >= ENOUGH) return found;
      found = find(query(corrected, Width.USUAL), corrected, false);
      if (found.results().total() > 0) return found;

      var guess = spelling.guessed(text).orElse(null);
      if (guess != null && !guess.equals(corrected)) {
        found = find(query(guess, Width.USUAL), guess, true);
        if (found.results().total() > 0) return found;
      }
      return find(query(corrected, Width.LOOSE), corrected, true);
    }

    private ProcedureQuery query(@Nullable String corrected, Width width) {
      return ProcedureQuery.of(text, corrected, understood, spelling, width);
    }

    private Found find(ProcedureQuery query, @Nullable String corrected, boolean guessed) {
      return index.read(
          searcher -> {
            var asked = query.of(searcher);
            var guess = guessed || (corrected != null && isUnknownAsTyped(searcher));
            var results = results(searcher, asked, query.highlights(), corrected, guess);
            var facets = withFacets ? facets(searcher, asked) : null;
            return new Found(results, facets);
          });
    }

    /** Whether nothing at all has the words as they were typed. */
    private boolean isUnknownAsTyped(IndexSearcher searcher) throws IOException {
      return searcher.count(query(null, Width.NARROW).of(searcher).matching()) == 0;
    }

    private Facets facets(IndexSearcher searcher, ProcedureQuery.Asked asked) throws IOException {
      return Facets.count(
          searcher, FilterQuery.seenFrom(asked.matching(), keeper), request.filters());
    }

    private SearchResults results(
        IndexSearcher searcher,
        ProcedureQuery.Asked asked,
        Highlights highlights,
        @Nullable String corrected,
        boolean guessed)
        throws IOException {
      var after = request.after() == null ? null : after(request.after(), searcher);
      var narrowed = FilterQuery.narrowed(asked.weighing(), request.filters(), keeper);
      var best = request.limit() + 1;
      var found =
          searcher.search(
              narrowed, new TopFieldCollectorManager(BEST_FIRST, best, after, COUNTED_EXACTLY));
      var shown = List.of(found.scoreDocs).stream().limit(request.limit()).toList();
      var hits = new ArrayList<SearchResults.Hit>();
      for (var doc : shown) hits.add(ShownText.hit(searcher, doc.doc, highlights));
      var next =
          found.scoreDocs.length > request.limit()
              ? cursor((FieldDoc) found.scoreDocs[request.limit() - 1])
              : null;
      return new SearchResults(hits, found.totalHits.value(), next, corrected, guessed);
    }
  }

  /** Codes are unique, so the number of a document, which differs between nodes, never decides. */
  private static FieldDoc after(SearchCursor cursor, IndexSearcher searcher) {
    var last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    var code = new BytesRef(cursor.code().value());
    return new FieldDoc(last, cursor.score(), new Object[] {cursor.score(), code});
  }

  private static SearchCursor cursor(FieldDoc doc) {
    var code = (BytesRef) doc.fields[1];
    return new SearchCursor((Float) doc.fields[0], new ProcedureCode(code.utf8ToString()));
  }
}
