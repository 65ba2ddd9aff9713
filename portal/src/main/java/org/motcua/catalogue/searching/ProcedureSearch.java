package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Finds procedures by what people type. */
@Component
public class ProcedureSearch {

  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ProcedureDocument.CODE, SortField.Type.STRING));

  private final ProcedureIndex index;
  private final CurrentWords words;
  private final Organisation organisation;
  private final Misses misses;

  ProcedureSearch(
      ProcedureIndex index, CurrentWords words, Organisation organisation, Misses misses) {
    this.index = index;
    this.words = words;
    this.organisation = organisation;
    this.misses = misses;
  }

  /**
   * Looks for the words as typed and as meant. Words the catalogue does not know are put right at
   * once; known ones are doubted only when nothing was found.
   */
  public SearchResults search(SearchRequest request) {
    var found = find(request, words.current(), false).results();
    misses.note(request, found);
    return found;
  }

  /** As {@link #search}, and how many there would be with other filters. */
  public Found searchWithFacets(SearchRequest request) {
    var found = find(request, words.current(), true);
    misses.note(request, found.results());
    return found;
  }

  /** What would be found if people's words were understood that way; nobody's search. */
  public SearchResults tryOut(SearchRequest request, EverydayWords understood) {
    return find(request, understood, false).results();
  }

  /**
   * @param facets null where none were asked for
   */
  public record Found(SearchResults results, @Nullable Facets facets) {}

  /** The slugs of the groups to which at least one procedure belongs. */
  public Set<String> lifeEvents() {
    return index.lifeEvents();
  }

  private Found find(SearchRequest request, EverydayWords understood, boolean withFacets) {
    var spelling = index.spelling();
    var corrected = spelling.corrected(request.query()).orElse(null);
    var found = find(request, understood, corrected, false, withFacets);
    if (found.results().total() > 0) return found;
    var guess = spelling.guessed(request.query()).orElse(null);
    return guess == null || guess.equals(corrected)
        ? found
        : find(request, understood, guess, true, withFacets);
  }

  private Found find(
      SearchRequest request,
      EverydayWords understood,
      @Nullable String corrected,
      boolean guessed,
      boolean withFacets) {
    var query = ProcedureQuery.of(request.query(), corrected, understood);
    var keeper = keeper(request);
    return index.read(
        searcher -> {
          var guess = guessed || (corrected != null && isGuess(searcher, request, understood));
          var results = run(searcher, request, query, keeper, corrected, guess);
          var facets =
              withFacets
                  ? Facets.count(
                      searcher, FilterQuery.seenFrom(query.words(), keeper), request.filters())
                  : null;
          return new Found(results, facets);
        });
  }

  /** Whether nothing at all has the words as they were typed. */
  private static boolean isGuess(
      IndexSearcher searcher, SearchRequest request, EverydayWords understood) throws IOException {
    return searcher.count(ProcedureQuery.of(request.query(), null, understood).words()) == 0;
  }

  private static SearchResults run(
      IndexSearcher searcher,
      SearchRequest request,
      ProcedureQuery query,
      @Nullable String keeper,
      @Nullable String corrected,
      boolean guess)
      throws IOException {
    var after = request.after() == null ? null : after(request.after(), searcher);
    var narrowed = FilterQuery.narrowed(query.words(), request.filters(), keeper);
    var found = searcher.searchAfter(after, narrowed, request.limit() + 1, BEST_FIRST);
    var highlights = query.highlights();
    var hits = new ArrayList<SearchResults.Hit>();
    var stored = searcher.storedFields();
    for (var doc : List.of(found.scoreDocs).stream().limit(request.limit()).toList()) {
      hits.add(ProcedureDocument.hit(stored.document(doc.doc), highlights));
    }
    var next =
        found.scoreDocs.length > request.limit()
            ? cursor((FieldDoc) found.scoreDocs[request.limit() - 1])
            : null;
    return new SearchResults(hits, found.totalHits.value(), next, corrected, guess);
  }

  /** Who asks for a province's copy by its code means that province. */
  private @Nullable String keeper(SearchRequest request) {
    return ProcedureCode.parse(request.query())
        .flatMap(ProcedureCode::keeper)
        .or(() -> keeper(request.filters().province()))
        .map(AgencyId::value)
        .orElse(null);
  }

  private Optional<AgencyId> keeper(@Nullable UnitCode province) {
    return Optional.ofNullable(province).flatMap(organisation::committeeOf).map(Agency::id);
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
