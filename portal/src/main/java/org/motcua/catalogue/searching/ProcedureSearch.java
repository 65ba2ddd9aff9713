package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.platform.notify.NoticeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Finds procedures in an index that lives in this process's memory, filled from the database and
 * kept up with it by the database's own notices.
 */
@Component
public class ProcedureSearch implements NoticeListener, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ProcedureSearch.class);
  private static final int BATCH = 500;
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ProcedureDocument.CODE, SortField.Type.STRING));

  private final ProcedureStore procedures;
  private final EverydayWords everydayWords;
  private final IndexWriter index;
  private final SearcherManager searchers;

  private volatile Spelling spelling = new Spelling();

  ProcedureSearch(ProcedureStore procedures, EverydayWords everydayWords) throws IOException {
    this.procedures = procedures;
    this.everydayWords = everydayWords;
    this.index =
        new IndexWriter(
            new ByteBuffersDirectory(), new IndexWriterConfig(ProcedureDocument.analyzer()));
    this.searchers = new SearcherManager(index, new SearcherFactory());
  }

  /**
   * Looks for the words as typed and as meant. Words the catalogue does not know are put right at
   * once; known ones are doubted only when nothing was found.
   */
  public SearchResults search(SearchRequest request) {
    var corrected = spelling.corrected(request.query()).orElse(null);
    var found = search(request, corrected);
    if (found.total() > 0 || request.after() != null) return found;
    var guess = spelling.guessed(request.query()).orElse(null);
    return guess == null || guess.equals(corrected) ? found : search(request, guess);
  }

  private SearchResults search(SearchRequest request, @Nullable String corrected) {
    var query = new ProcedureQuery().code(request.query());
    var weight = 1f;
    for (var reading : everydayWords.readings(request.query())) {
      query.reading(reading, weight);
      weight = 0.95f;
    }
    if (corrected != null) {
      everydayWords.readings(corrected).forEach(reading -> query.reading(reading, 0.9f));
    }
    return run(request, query, corrected);
  }

  private SearchResults run(
      SearchRequest request, ProcedureQuery query, @Nullable String corrected) {
    try {
      var searcher = searchers.acquire();
      try {
        return run(searcher, request, query, corrected);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchResults run(
      IndexSearcher searcher,
      SearchRequest request,
      ProcedureQuery query,
      @Nullable String corrected)
      throws IOException {
    var after = request.after() == null ? null : after(request.after(), searcher);
    var found =
        searcher.searchAfter(after, query.matching(request), request.limit() + 1, BEST_FIRST);
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
    return new SearchResults(hits, found.totalHits.value(), next, corrected);
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

  /** The slugs of the groups to which at least one procedure belongs. */
  public Set<String> lifeEvents() {
    try {
      var searcher = searchers.acquire();
      try {
        return slugs(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> slugs(IndexSearcher searcher) throws IOException {
    var slugs = new HashSet<String>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), ProcedureDocument.LIFE_EVENT);
    if (terms == null) return slugs;
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) slugs.add(term.utf8ToString());
    return slugs;
  }

  @Override
  public String channel() {
    return "catalogue_procedure";
  }

  /** Fills the index anew; until it is done, the old one answers. */
  @Override
  public void listening() {
    var learnt = new Spelling();
    everydayWords.vocabulary().forEach(learnt::learn);
    try {
      index.deleteAll();
      var count = 0;
      var batch = procedures.list(null, BATCH);
      while (!batch.isEmpty()) {
        for (var procedure : batch) add(procedure, learnt);
        count += batch.size();
        batch = procedures.list(batch.getLast().code(), BATCH);
      }
      index.commit();
      searchers.maybeRefreshBlocking();
      spelling = learnt;
      log.info("{} procedures can be searched", count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void heard(List<String> codes) {
    try {
      for (var code : new LinkedHashSet<>(codes)) {
        var procedure = ProcedureCode.parse(code).flatMap(procedures::find);
        if (procedure.isPresent()) add(procedure.get(), spelling);
        else index.deleteDocuments(ProcedureDocument.key(code));
      }
      index.commit();
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Procedure procedure, Spelling learning) throws IOException {
    index.updateDocument(
        ProcedureDocument.key(procedure.code().value()), ProcedureDocument.of(procedure));
    ProcedureDocument.vocabulary(procedure).forEach(learning::learn);
  }

  @Override
  public void destroy() throws IOException {
    searchers.close();
    index.close();
  }
}
