package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.motcua.catalogue.FoundBeside.Kind;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/**
 * What somebody may be about to ask, from what he has typed so far: everyday words, names of
 * procedures and questions that begin so or have words that do; then what the search itself finds.
 */
@Component
class Suggestions {

  private static final int MOST_WORDS = 3;
  private static final int MOST_PROCEDURES = 5;
  private static final int MOST_QUESTIONS = 2;

  /** The beginning of a word says too little for the search to guess from. */
  private static final int ENOUGH_FOR_SEARCH = 3;

  private static final Sort BEST_THEN_SHORTEST =
      new Sort(
          SortField.FIELD_SCORE, new SortField(ProcedureDocument.NAME_LENGTH, SortField.Type.LONG));

  private final ProcedureIndex procedures;
  private final BesideIndex beside;
  private final CurrentWords words;
  private final ProcedureSearch search;

  Suggestions(
      ProcedureIndex procedures, BesideIndex beside, CurrentWords words, ProcedureSearch search) {
    this.procedures = procedures;
    this.beside = beside;
    this.words = words;
    this.search = search;
  }

  enum Source {
    WORDS,
    PROCEDURE,
    QUESTION
  }

  /**
   * @param address of the thing itself, or of the search for the words
   */
  record Suggestion(String text, Source source, String address) {}

  List<Suggestion> of(String typed, Language language) {
    var query = SuggestionQuery.of(typed);
    if (query.isEmpty()) return List.of();
    var all = new LinkedHashMap<String, Suggestion>();
    everydayWords(query.get().typed()).forEach(it -> add(all, it));
    var named = procedures(query.get(), language);
    named.forEach(it -> add(all, it));
    if (named.size() < MOST_PROCEDURES && typed.strip().length() >= ENOUGH_FOR_SEARCH) {
      found(typed, MOST_PROCEDURES - named.size(), language).forEach(it -> add(all, it));
    }
    questions(query.get(), language).forEach(it -> add(all, it));
    return List.copyOf(all.values());
  }

  /** Two that read the same are one. */
  private static void add(Map<String, Suggestion> all, Suggestion suggestion) {
    all.putIfAbsent(suggestion.text().toLowerCase(Locale.ROOT), suggestion);
  }

  private List<Suggestion> everydayWords(String typed) {
    return words.current().startingWith(typed).stream()
        .sorted(Comparator.comparingInt(String::length))
        .limit(MOST_WORDS)
        .map(saying -> new Suggestion(saying, Source.WORDS, SearchAddress.of(saying)))
        .toList();
  }

  private List<Suggestion> procedures(SuggestionQuery typed, Language language) {
    var query = FilterQuery.seenFrom(typed.names(), null);
    return procedures.read(searcher -> procedures(searcher, query, language));
  }

  private static List<Suggestion> procedures(IndexSearcher searcher, Query query, Language language)
      throws IOException {
    var suggestions = new ArrayList<Suggestion>();
    for (var hit : best(searcher, query, MOST_PROCEDURES)) {
      suggestions.add(procedure(ShownText.hit(searcher, hit.doc, Highlights.NONE), language));
    }
    return suggestions;
  }

  private static Suggestion procedure(SearchResults.Hit hit, Language language) {
    return new Suggestion(hit.nameIn(language), Source.PROCEDURE, "/procedures/" + hit.code());
  }

  /** What was meant by other words than those of a name, or was mistyped. */
  private List<Suggestion> found(String typed, int limit, Language language) {
    return search.tryOut(SearchRequest.of(typed, limit), words.current()).hits().stream()
        .map(hit -> procedure(hit, language))
        .toList();
  }

  private List<Suggestion> questions(SuggestionQuery typed, Language language) {
    var query = BesideSearch.only(Kind.QUESTION, typed.names());
    return beside.read(searcher -> questions(searcher, query, language));
  }

  private static List<Suggestion> questions(IndexSearcher searcher, Query query, Language language)
      throws IOException {
    var suggestions = new ArrayList<Suggestion>();
    var stored = searcher.storedFields();
    for (var hit : best(searcher, query, MOST_QUESTIONS)) {
      var entry = BesideDocument.entry(stored.document(hit.doc));
      suggestions.add(new Suggestion(entry.title(language), Source.QUESTION, entry.address()));
    }
    return suggestions;
  }

  private static ScoreDoc[] best(IndexSearcher searcher, Query query, int limit)
      throws IOException {
    return searcher.search(query, limit, BEST_THEN_SHORTEST).scoreDocs;
  }
}
