package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.catalogue.searching.ProcedureQuery.Width;
import org.springframework.stereotype.Component;

/** Finds questions, agencies and services by the words with which procedures are looked for. */
@Component
class BesideSearch {

  /** Beside the procedures only a hint of each kind is shown. */
  private static final int BEST = 2;

  private static final int PER_PAGE = 15;
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(BesideDocument.KEY, SortField.Type.STRING));

  private final BesideIndex index;
  private final ProcedureIndex procedures;
  private final CurrentWords words;

  BesideSearch(BesideIndex index, ProcedureIndex procedures, CurrentWords words) {
    this.index = index;
    this.procedures = procedures;
    this.words = words;
  }

  /** The best of each kind. */
  BesideResults best(String query) {
    if (query.isBlank()) return BesideResults.NONE;
    var spelling = procedures.spelling();
    var found = best(query(query, null, spelling));
    if (!found.isEmpty()) return found;
    return spelling
        .corrected(bounded(query))
        .map(corrected -> best(query(query, corrected, spelling)))
        .orElse(BesideResults.NONE);
  }

  private BesideResults best(ProcedureQuery asked) {
    return index.read(
        searcher ->
            new BesideResults(
                Arrays.stream(Kind.values())
                    .map(kind -> group(searcher, kind, asked, null, BEST))
                    .flatMap(Optional::stream)
                    .toList()));
  }

  BesideResults.Group all(Kind kind, String query, @Nullable BesideCursor after) {
    var spelling = procedures.spelling();
    return all(kind, query(query, null, spelling), after)
        .or(
            () ->
                spelling
                    .corrected(bounded(query))
                    .flatMap(corrected -> all(kind, query(query, corrected, spelling), after)))
        .orElse(new BesideResults.Group(kind, 0, List.of(), null));
  }

  private Optional<BesideResults.Group> all(
      Kind kind, ProcedureQuery asked, @Nullable BesideCursor after) {
    return index.read(searcher -> group(searcher, kind, asked, after, PER_PAGE));
  }

  /** Names of places are no words of the catalogue: what is found as typed is not corrected. */
  private ProcedureQuery query(String query, @Nullable String corrected, Spelling spelling) {
    return ProcedureQuery.of(bounded(query), corrected, words.current(), spelling, Width.USUAL);
  }

  private static String bounded(String query) {
    return query.length() <= SearchRequest.LONGEST_QUERY
        ? query
        : query.substring(0, SearchRequest.LONGEST_QUERY);
  }

  private static Optional<BesideResults.Group> group(
      IndexSearcher searcher,
      Kind kind,
      ProcedureQuery asked,
      @Nullable BesideCursor after,
      int limit) {
    try {
      return found(searcher, kind, asked, after, limit);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<BesideResults.Group> found(
      IndexSearcher searcher,
      Kind kind,
      ProcedureQuery asked,
      @Nullable BesideCursor after,
      int limit)
      throws IOException {
    var last = after == null ? null : after(after, searcher);
    var found =
        searcher.searchAfter(
            last, only(kind, asked.of(searcher).weighing()), limit + 1, BEST_FIRST);
    if (found.totalHits.value() == 0) return Optional.empty();
    var highlights = asked.highlights();
    var stored = searcher.storedFields();
    var hits = new java.util.ArrayList<BesideResults.Hit>();
    for (var i = 0; i < Math.min(limit, found.scoreDocs.length); i++) {
      var document = stored.document(found.scoreDocs[i].doc);
      hits.add(new BesideResults.Hit(BesideDocument.entry(document), highlights));
    }
    var next =
        found.scoreDocs.length > limit ? cursor((FieldDoc) found.scoreDocs[limit - 1]) : null;
    return Optional.of(new BesideResults.Group(kind, found.totalHits.value(), hits, next));
  }

  static Query only(Kind kind, Query words) {
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(new TermQuery(BesideDocument.kind(kind)), Occur.FILTER)
        .build();
  }

  private static FieldDoc after(BesideCursor cursor, IndexSearcher searcher) {
    var last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    return new FieldDoc(
        last, cursor.score(), new Object[] {cursor.score(), new BytesRef(cursor.key())});
  }

  private static BesideCursor cursor(FieldDoc doc) {
    return new BesideCursor((Float) doc.fields[0], ((BytesRef) doc.fields[1]).utf8ToString());
  }
}
