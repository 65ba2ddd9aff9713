package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Turns the readings of a query into one question to the index. No query language: every character
 * that is not part of a word only parts words.
 */
final class ProcedureQuery {

  private static final Pattern BEGINNING_OF_CODE = Pattern.compile("\\d\\.\\d{2,6}(\\..*)?");
  private static final int MOST_TERMS = 24;

  private static final float AS_MEANT = 0.95f;
  private static final float AS_CORRECTED = 0.9f;

  private final Set<String> folded = new HashSet<>();
  private final Set<String> exact = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final List<Query> readings = new ArrayList<>();
  private final boolean everything;

  private ProcedureQuery(boolean everything) {
    this.everything = everything;
  }

  /**
   * @param corrected the query with its typing errors put right, null where there are none
   */
  static ProcedureQuery of(String text, @Nullable String corrected, EverydayWords understood) {
    var query = new ProcedureQuery(text.isBlank());
    query.code(text);
    var weight = 1f;
    for (var reading : understood.readings(text)) {
      query.reading(reading, weight);
      weight = AS_MEANT;
    }
    if (corrected != null) {
      understood.readings(corrected).forEach(reading -> query.reading(reading, AS_CORRECTED));
    }
    return query;
  }

  /** Without any filter. */
  Query words() {
    if (everything) return new MatchAllDocsQuery();
    if (readings.isEmpty()) return new MatchNoDocsQuery();
    return new DisjunctionMaxQuery(readings, 0);
  }

  Highlights highlights() {
    return new Highlights(Set.copyOf(folded), Set.copyOf(exact));
  }

  private void code(String text) {
    var code = text.strip();
    if (!BEGINNING_OF_CODE.matcher(code).matches()) return;
    var prefix = new PrefixQuery(new Term(ProcedureDocument.CODE, code));
    readings.add(new BoostQuery(new ConstantScoreQuery(prefix), 100));
  }

  /** Each reading a whole query of its own; the best one counts, not their sum. */
  private void reading(String text, float weight) {
    if (!read.add(text)) return;
    var tokens = VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, text);
    var words =
        tokens.stream().map(VietnameseAnalysis.Token::term).distinct().limit(MOST_TERMS).toList();
    if (words.isEmpty()) return;
    note(tokens);
    readings.add(new BoostQuery(read(text, words), weight));
  }

  private void note(List<VietnameseAnalysis.Token> tokens) {
    for (var token : tokens) {
      if (token.bare()) folded.add(token.term());
      else exact.addAll(VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, token.surface()));
    }
  }

  private static Query read(String text, List<String> words) {
    var exact = VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, text);
    var pairs = VietnameseAnalysis.terms(VietnameseAnalysis.PAIRS, text);
    var query = new BooleanQuery.Builder().add(mostOf(words), Occur.MUST);
    exact.stream()
        .distinct()
        .limit(MOST_TERMS)
        .forEach(it -> query.add(boosted(ProcedureDocument.NAME_EXACT, it, 2), Occur.SHOULD));
    pairs.stream()
        .distinct()
        .limit(MOST_TERMS)
        .forEach(
            it -> {
              query.add(boosted(ProcedureDocument.NAME_PAIRS, it, 1.5f), Occur.SHOULD);
              query.add(boosted(ProcedureDocument.KEYWORDS_PAIRS, it, 1.2f), Occur.SHOULD);
            });
    if (words.size() > 1) {
      query.add(phrase(ProcedureDocument.NAME_EXACT, exact, 3), Occur.SHOULD);
      query.add(phrase(ProcedureDocument.NAME, words, 2), Occur.SHOULD);
      query.add(phrase(ProcedureDocument.KEYWORDS, words, 2), Occur.SHOULD);
    }
    return query.build();
  }

  /** Both of two words, two of three, about seven tenths of more. */
  private static Query mostOf(List<String> words) {
    var query = new BooleanQuery.Builder();
    for (var word : words) query.add(anywhere(word), Occur.SHOULD);
    var needed = words.size() <= 2 ? words.size() : (int) Math.ceil(words.size() * 0.7 - 0.2);
    return query.setMinimumNumberShouldMatch(needed).build();
  }

  private static Query anywhere(String word) {
    return new DisjunctionMaxQuery(
        List.of(
            boosted(ProcedureDocument.NAME, word, 3),
            boosted(ProcedureDocument.KEYWORDS, word, 2.2f),
            boosted(ProcedureDocument.ENGLISH, word, 2.2f),
            boosted(ProcedureDocument.BODY, word, 0.4f)),
        0.1f);
  }

  private static Query phrase(String field, List<String> words, float boost) {
    var bounded = words.stream().limit(MOST_TERMS).toArray(String[]::new);
    return new BoostQuery(new PhraseQuery(1, field, bounded), boost);
  }

  private static Query boosted(String field, String word, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, word)), boost);
  }
}
