package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  /** What is meant counts less where words that were said besides are missing. */
  private static final float MEANING_ALONE = 0.8f;

  private final boolean everything;
  private final boolean loosely;
  private final Set<String> folded = new HashSet<>();
  private final Set<String> exact = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final List<Query> readings = new ArrayList<>();

  private ProcedureQuery(boolean everything, boolean loosely) {
    this.everything = everything;
    this.loosely = loosely;
  }

  /**
   * @param corrected the query with its typing errors put right, null where there are none
   */
  static ProcedureQuery of(
      String text, @Nullable String corrected, EverydayWords understood, Spelling spelling) {
    return of(text, corrected, understood, spelling, false);
  }

  /** For long sentences of which few words are found anywhere. */
  static ProcedureQuery loosely(
      String text, @Nullable String corrected, EverydayWords understood, Spelling spelling) {
    return of(text, corrected, understood, spelling, true);
  }

  private static ProcedureQuery of(
      String text,
      @Nullable String corrected,
      EverydayWords understood,
      Spelling spelling,
      boolean loosely) {
    var query = new ProcedureQuery(text.isBlank(), loosely);
    query.code(text);
    var weight = 1f;
    for (var reading : understood.readings(text, spelling::writes)) {
      query.reading(reading, weight);
      weight = AS_MEANT;
    }
    if (corrected != null) {
      understood
          .readings(corrected, spelling::writes)
          .forEach(reading -> query.reading(reading, AS_CORRECTED));
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
  private void reading(Reading reading, float weight) {
    if (!read.add(reading.text())) return;
    var words = folded(reading.words());
    if (words.isEmpty()) return;
    note(reading.words());
    var rest = new Rest(reading, words);
    readings.add(new BoostQuery(rest.beside(mostOf(words)), weight));
    if (reading.saysMoreThanItMeans()) {
      readings.add(new BoostQuery(rest.beside(anyOf(reading.meanings())), weight * MEANING_ALONE));
    }
  }

  private void note(String text) {
    for (var token : VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, text)) {
      if (token.bare()) folded.add(token.term());
      else exact.add(VietnameseAnalysis.exactly(token.surface()));
    }
  }

  private static List<String> folded(String text) {
    return VietnameseAnalysis.terms(VietnameseAnalysis.FOLDED, text).stream()
        .distinct()
        .limit(MOST_TERMS)
        .toList();
  }

  /** Both of two words, two of three, about seven tenths of more; loosely, four tenths. */
  private Query mostOf(List<String> words) {
    var query = new BooleanQuery.Builder();
    for (var word : words) query.add(anywhere(word), Occur.SHOULD);
    var count = words.size();
    var share = (int) Math.ceil(count * (loosely ? 0.4 : 0.7) - 0.2);
    return query.setMinimumNumberShouldMatch(Math.min(count, Math.max(2, share))).build();
  }

  /** All words of at least one meaning. */
  private static Query anyOf(List<String> meanings) {
    var any = new BooleanQuery.Builder();
    for (var meaning : meanings) {
      var all = new BooleanQuery.Builder();
      for (var word : folded(meaning)) all.add(anywhere(word), Occur.MUST);
      any.add(all.build(), Occur.SHOULD);
    }
    return any.setMinimumNumberShouldMatch(1).build();
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

  /** What is not asked for, but tells a better answer from a worse one. */
  private static final class Rest {

    private final List<Query> clauses = new ArrayList<>();

    Rest(Reading reading, List<String> words) {
      var exact = VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, reading.words());
      var pairs = new LinkedHashSet<String>();
      pairs.addAll(VietnameseAnalysis.terms(VietnameseAnalysis.PAIRS, reading.words()));
      pairs.addAll(VietnameseAnalysis.terms(VietnameseAnalysis.PAIRS, reading.text()));
      exact.stream()
          .distinct()
          .limit(MOST_TERMS)
          .forEach(it -> clauses.add(boosted(ProcedureDocument.NAME_EXACT, it, 2)));
      pairs.stream()
          .limit(MOST_TERMS)
          .forEach(
              it -> {
                clauses.add(boosted(ProcedureDocument.NAME_PAIRS, it, 1.5f));
                clauses.add(boosted(ProcedureDocument.KEYWORDS_PAIRS, it, 1.2f));
              });
      if (words.size() > 1) {
        clauses.add(phrase(ProcedureDocument.NAME_EXACT, exact, 3));
        clauses.add(phrase(ProcedureDocument.NAME, words, 2));
        clauses.add(phrase(ProcedureDocument.KEYWORDS, words, 2));
      }
    }

    Query beside(Query asked) {
      var query = new BooleanQuery.Builder().add(asked, Occur.MUST);
      clauses.forEach(clause -> query.add(clause, Occur.SHOULD));
      return query.build();
    }
  }

  private static Query phrase(String field, List<String> words, float boost) {
    var bounded = words.stream().limit(MOST_TERMS).toArray(String[]::new);
    return new BoostQuery(new PhraseQuery(1, field, bounded), boost);
  }

  private static Query boosted(String field, String word, float boost) {
    return new BoostQuery(new TermQuery(new Term(field, word)), boost);
  }
}
