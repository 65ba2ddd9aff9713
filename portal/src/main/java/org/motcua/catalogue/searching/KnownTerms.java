package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The terms of one search. The readings of a query share most of their words, and most words stand
 * in few of the fields: each is looked up once, and what no document has is not asked for.
 */
final class KnownTerms {

  private final IndexSearcher searcher;
  private final Map<Term, Optional<TermQuery>> known = new HashMap<>();

  KnownTerms(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  Optional<Query> find(String field, String word, float boost) {
    return known
        .computeIfAbsent(new Term(field, word), this::lookUp)
        .map(query -> new BoostQuery(query, boost));
  }

  /** The words one after the other; empty where one of them is nowhere. */
  Optional<Query> findPhrase(String field, List<String> words, float boost) {
    for (var word : words) if (find(field, word, 1).isEmpty()) return Optional.empty();
    var phrase = new PhraseQuery(1, field, words.toArray(String[]::new));
    return Optional.of(new BoostQuery(phrase, boost));
  }

  private Optional<TermQuery> lookUp(Term term) {
    try {
      var states = TermStates.build(searcher, term, true);
      return states.docFreq() == 0 ? Optional.empty() : Optional.of(new TermQuery(term, states));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
