package org.motcua.catalogue.searching;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The beginning of a query: whole words, and a last one that may go on.
 *
 * @param typed as one text, folded
 */
record SuggestionQuery(String typed, List<String> words, String beginning) {

  private static final int MOST_WORDS = 10;
  private static final int LONGEST = 100;

  static Optional<SuggestionQuery> of(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    var terms = VietnameseAnalysis.terms(VietnameseAnalysis.FOLDED, text);
    if (terms.isEmpty() || terms.size() > MOST_WORDS) return Optional.empty();
    return Optional.of(
        new SuggestionQuery(
            String.join(" ", terms), terms.subList(0, terms.size() - 1), terms.getLast()));
  }

  /** All of the words in a name, in either language; best where the name begins with them. */
  Query names() {
    var either = new BooleanQuery.Builder();
    either.add(in(ProcedureDocument.NAME, ProcedureDocument.NAME_WHOLE), Occur.SHOULD);
    either.add(in(ProcedureDocument.ENGLISH, ProcedureDocument.ENGLISH_WHOLE), Occur.SHOULD);
    return either.build();
  }

  private Query in(String field, String whole) {
    var query = new BooleanQuery.Builder();
    for (var word : words) query.add(new TermQuery(new Term(field, word)), Occur.MUST);
    query.add(prefix(field, beginning), Occur.MUST);
    query.add(new BoostQuery(prefix(whole, typed), 20), Occur.SHOULD);
    if (words.size() > 1 && field.equals(ProcedureDocument.NAME)) {
      query.add(new PhraseQuery(1, field, words.toArray(String[]::new)), Occur.SHOULD);
    }
    return query.build();
  }

  private static Query prefix(String field, String beginning) {
    return new ConstantScoreQuery(new PrefixQuery(new Term(field, beginning)));
  }
}
