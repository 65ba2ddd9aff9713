package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
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
  private final Width width;
  private final Set<String> folded = new HashSet<>();
  private final Set<String> exact = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final List<Weighted> readings = new ArrayList<>();
  private @Nullable String code;

  private record Weighted(Reading reading, List<String> words, float weight) {}

  /** How much of what was typed must be found. */
  enum Width {
    /**
     * All words somewhere, or most of them where they weigh most. Long texts hold nearly every
     * word, so this leaves far fewer procedures to be weighed.
     */
    NARROW(0.7),
    /** Most words, wherever they stand. */
    USUAL(0.7),
    /** For long sentences of which few words are found anywhere. */
    LOOSE(0.4);

    private final double share;

    Width(double share) {
      this.share = share;
    }

    /** Both of two words, two of three, about the share of more. */
    private int leastOf(int words) {
      return Math.min(words, Math.max(2, (int) Math.ceil(words * share - 0.2)));
    }
  }

  private ProcedureQuery(boolean everything, Width width) {
    this.everything = everything;
    this.width = width;
  }

  /**
   * @param corrected the query with its typing errors put right, null where there are none
   */
  static ProcedureQuery of(
      String text,
      @Nullable String corrected,
      EverydayWords understood,
      Spelling spelling,
      Width width) {
    var query = new ProcedureQuery(text.isBlank(), width);
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

  /** The question in terms that this index has, without any filter. */
  Asked of(IndexSearcher searcher) {
    return new Asked(new KnownTerms(searcher));
  }

  Highlights highlights() {
    return new Highlights(Set.copyOf(folded), Set.copyOf(exact));
  }

  private void code(String text) {
    var typed = text.strip();
    if (BEGINNING_OF_CODE.matcher(typed).matches()) code = typed;
  }

  private static Query beginningOfCode(String code) {
    var prefix = new PrefixQuery(new Term(ProcedureDocument.CODE, code));
    return new BoostQuery(new ConstantScoreQuery(prefix), 100);
  }

  /** Each reading a whole query of its own; the best one counts, not their sum. */
  private void reading(Reading reading, float weight) {
    if (!read.add(reading.text())) return;
    var words = folded(reading.words());
    if (words.isEmpty()) return;
    note(reading.words());
    readings.add(new Weighted(reading, words, weight));
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

  /** One question to one index. */
  final class Asked {

    private final KnownTerms terms;

    private Asked(KnownTerms terms) {
      this.terms = terms;
    }

    /** For counting what is found. */
    Query matching() {
      return anyWay(this::found);
    }

    /** Finds the same, and tells a better answer from a worse by all that speaks for it. */
    Query weighing() {
      return anyWay(
          reading -> {
            var query = new BooleanQuery.Builder().add(found(reading), Occur.MUST);
            addRest(reading, query);
            return query.build();
          });
    }

    private Query anyWay(Function<Weighted, Query> query) {
      if (everything) return new MatchAllDocsQuery();
      var ways = new ArrayList<Query>();
      if (code != null) ways.add(beginningOfCode(code));
      for (var reading : readings) {
        ways.add(new BoostQuery(query.apply(reading), reading.weight()));
      }
      return ways.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(ways, 0);
    }

    /** The words; or what is meant, where words besides are missing. */
    private Query found(Weighted reading) {
      var most = width == Width.NARROW ? narrowly(reading.words()) : mostOf(reading.words());
      if (!reading.reading().saysMoreThanItMeans()) return most;
      var meant = new BoostQuery(anyOf(reading.reading().meanings()), MEANING_ALONE);
      return new DisjunctionMaxQuery(List.of(most, meant), 0);
    }

    private Query narrowly(List<String> words) {
      var all = allOf(words);
      var most = mostOf(words, this::whereItWeighs);
      return all.<Query>map(it -> new DisjunctionMaxQuery(List.of(it, most), 0)).orElse(most);
    }

    private Query mostOf(List<String> words) {
      return mostOf(words, this::anywhere);
    }

    private Query mostOf(List<String> words, Function<String, Optional<Query>> place) {
      var query = new BooleanQuery.Builder();
      for (var word : words) place.apply(word).ifPresent(it -> query.add(it, Occur.SHOULD));
      return query.setMinimumNumberShouldMatch(width.leastOf(words.size())).build();
    }

    /** Nothing where one of them is nowhere. */
    private Optional<Query> allOf(List<String> words) {
      var found = words.stream().map(this::anywhere).toList();
      if (found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
      var all = new BooleanQuery.Builder();
      found.forEach(word -> all.add(word.orElseThrow(), Occur.MUST));
      return Optional.of(all.build());
    }

    /** All words of at least one meaning. */
    private Query anyOf(List<String> meanings) {
      var any = new BooleanQuery.Builder();
      for (var meaning : meanings) {
        allOf(folded(meaning)).ifPresent(all -> any.add(all, Occur.SHOULD));
      }
      return any.setMinimumNumberShouldMatch(1).build();
    }

    private Optional<Query> anywhere(String word) {
      var fields = weighty(word);
      terms.find(ProcedureDocument.BODY, word, 0.4f).ifPresent(fields::add);
      return best(fields);
    }

    private Optional<Query> whereItWeighs(String word) {
      return best(weighty(word));
    }

    private List<Query> weighty(String word) {
      var fields = new ArrayList<Query>();
      terms.find(ProcedureDocument.NAME, word, 3).ifPresent(fields::add);
      terms.find(ProcedureDocument.KEYWORDS, word, 2.2f).ifPresent(fields::add);
      terms.find(ProcedureDocument.ENGLISH, word, 2.2f).ifPresent(fields::add);
      return fields;
    }

    private static Optional<Query> best(List<Query> fields) {
      return fields.isEmpty()
          ? Optional.empty()
          : Optional.of(new DisjunctionMaxQuery(fields, 0.1f));
    }

    /** What is not asked for, but tells a better answer from a worse one. */
    private void addRest(Weighted reading, BooleanQuery.Builder query) {
      var exactly = VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, reading.reading().words());
      for (var word : distinct(exactly)) {
        add(query, terms.find(ProcedureDocument.NAME_EXACT, word, 2));
      }
      for (var pair : pairs(reading.reading())) {
        add(query, terms.find(ProcedureDocument.NAME_PAIRS, pair, 1.5f));
        add(query, terms.find(ProcedureDocument.KEYWORDS_PAIRS, pair, 1.2f));
      }
      if (reading.words().size() == 1) return;
      var phrase = exactly.stream().limit(MOST_TERMS).toList();
      add(query, terms.findPhrase(ProcedureDocument.NAME_EXACT, phrase, 3));
      add(query, terms.findPhrase(ProcedureDocument.NAME, reading.words(), 2));
      add(query, terms.findPhrase(ProcedureDocument.KEYWORDS, reading.words(), 2));
    }

    private static void add(BooleanQuery.Builder query, Optional<Query> clause) {
      clause.ifPresent(it -> query.add(it, Occur.SHOULD));
    }
  }

  private static List<String> distinct(List<String> words) {
    return words.stream().distinct().limit(MOST_TERMS).toList();
  }

  /** With and without the words that say nothing between them. */
  private static List<String> pairs(Reading reading) {
    var pairs = new LinkedHashSet<String>();
    pairs.addAll(VietnameseAnalysis.terms(VietnameseAnalysis.PAIRS, reading.words()));
    pairs.addAll(VietnameseAnalysis.terms(VietnameseAnalysis.PAIRS, reading.text()));
    return pairs.stream().limit(MOST_TERMS).toList();
  }
}
