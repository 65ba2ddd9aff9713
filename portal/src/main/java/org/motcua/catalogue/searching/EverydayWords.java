package org.motcua.catalogue.searching;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motcua.catalogue.searching.Reading.Worth;
import org.motcua.catalogue.searching.VietnameseAnalysis.Token;
import org.motcua.catalogue.searching.model.EverydayWord;

/** What people say for what the law says, and what they say besides, ready for reading queries. */
public final class EverydayWords {

  /** Enough for a query with two ambiguous words; more would only blur. */
  private static final int MOST_READINGS = 6;

  /** No syllable is without a vowel: {@code đk}, {@code bhyt}, {@code gplx}. */
  private static final Pattern ABBREVIATION = Pattern.compile("[bcdghklmnpqrstvxyfjwz]{2,}");

  private final List<EverydayWord> list;
  private final Map<String, List<Expression>> sayings = new HashMap<>();
  private final Map<String, List<Expression>> fillers = new HashMap<>();
  private final NavigableMap<String, String> beginnings = new TreeMap<>();

  private EverydayWords(List<EverydayWord> list) {
    this.list = List.copyOf(list);
    for (var word : list) {
      var expressions = word.saysNothing() ? fillers : sayings;
      for (var say : word.say()) {
        Expression.of(say, word.mean()).ifPresent(it -> it.addTo(expressions));
        if (!word.saysNothing()) beginnings.put(VietnameseAnalysis.folded(say), say);
      }
    }
    sayings.values().forEach(EverydayWords::longestFirst);
    fillers.values().forEach(EverydayWords::longestFirst);
  }

  public static EverydayWords of(List<EverydayWord> list) {
    return new EverydayWords(list);
  }

  private static void longestFirst(List<Expression> expressions) {
    expressions.sort(comparingInt((Expression it) -> it.folded().size()).reversed());
  }

  /**
   * What people say that begins so.
   *
   * @param folded without accents
   */
  List<String> startingWith(String folded) {
    return beginnings.tailMap(folded).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(folded))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All that is said and meant, for the spelling to know. */
  List<String> vocabulary() {
    return list.stream()
        .filter(word -> !word.saysNothing())
        .flatMap(word -> Stream.concat(word.say().stream(), word.mean().stream()))
        .toList();
  }

  /**
   * The ways to understand a query, its own words first.
   *
   * @param written whether a syllable is known to be written so, with its accents
   */
  List<Reading> readings(String query, Predicate<String> written) {
    var readings = new LinkedHashSet<Reading>();
    readings.add(new Words(query, written).own());
    for (var inFull : writtenOut(query, written)) {
      for (var reading : new Words(inFull, written).official()) {
        if (readings.size() < MOST_READINGS) readings.add(reading);
      }
    }
    readings.remove(Reading.EMPTY);
    return List.copyOf(readings);
  }

  /**
   * Abbreviations first, so that what they stand for is understood together with its neighbours.
   */
  private List<String> writtenOut(String query, Predicate<String> written) {
    var words = new Words(query, written);
    if (words.tokens.stream().noneMatch(token -> ABBREVIATION.matcher(token.term()).matches())) {
      return List.of(query);
    }
    var texts = List.of("");
    for (var i = 0; i < words.tokens.size(); i++) {
      var token = words.tokens.get(i);
      var alone =
          ABBREVIATION.matcher(token.term()).matches()
              ? words.at(i, sayings).filter(it -> it.folded().size() == 1)
              : Optional.<Expression>empty();
      var meant = alone.map(Expression::mean).orElse(List.of(token.surface()));
      texts =
          texts.stream()
              .flatMap(begun -> meant.stream().map(mean -> (begun + " " + mean).strip()))
              .limit(MOST_READINGS)
              .toList();
    }
    return texts;
  }

  /** One query, walked from left to right; the longest known expression wins. */
  private final class Words {
    private final List<Token> tokens;
    private final Predicate<String> written;

    Words(String query, Predicate<String> written) {
      this.tokens = VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, query);
      this.written = written;
    }

    Reading own() {
      var reading = Reading.EMPTY;
      for (var i = 0; i < tokens.size(); ) {
        var filler = at(i, sayings).isPresent() ? Optional.<Expression>empty() : at(i, fillers);
        var length = filler.map(it -> it.folded().size()).orElse(1);
        reading = reading.and(text(i, length), filler.isPresent() ? Worth.FILLER : Worth.SAID);
        i += length;
      }
      return reading;
    }

    List<Reading> official() {
      var readings = List.of(Reading.EMPTY);
      for (var i = 0; i < tokens.size(); ) {
        var saying = at(i, sayings);
        if (saying.isPresent()) {
          readings = each(readings, saying.get().mean());
          i += saying.get().folded().size();
          continue;
        }
        var filler = at(i, fillers);
        var length = filler.map(it -> it.folded().size()).orElse(1);
        var text = text(i, length);
        var worth = filler.isPresent() ? Worth.FILLER : Worth.SAID;
        readings = readings.stream().map(begun -> begun.and(text, worth)).toList();
        i += length;
      }
      return readings;
    }

    private List<Reading> each(List<Reading> beginnings, List<String> meanings) {
      return beginnings.stream()
          .flatMap(begun -> meanings.stream().map(mean -> begun.and(mean, Worth.MEANT)))
          .limit(MOST_READINGS)
          .toList();
    }

    private String text(int begin, int length) {
      var text = new StringBuilder(tokens.get(begin).surface());
      for (var i = begin + 1; i < begin + length; i++) {
        text.append(' ').append(tokens.get(i).surface());
      }
      return text.toString();
    }

    private Optional<Expression> at(int i, Map<String, List<Expression>> known) {
      return known.getOrDefault(tokens.get(i).term(), List.of()).stream()
          .filter(it -> standsAt(i, it))
          .findFirst();
    }

    /**
     * Who types accents means them: {@code căn} is not the filler {@code cần}. Unless nobody writes
     * so: {@code đỗi} is no word, so it may be {@code đổi}.
     */
    private boolean standsAt(int i, Expression expression) {
      if (i + expression.folded().size() > tokens.size()) return false;
      for (var k = 0; k < expression.folded().size(); k++) {
        var token = tokens.get(i + k);
        if (!token.term().equals(expression.folded().get(k))) return false;
        if (token.bare()) continue;
        var exactly = VietnameseAnalysis.exactly(token.surface());
        if (!exactly.equals(expression.exact().get(k)) && written.test(exactly)) return false;
      }
      return true;
    }
  }

  private record Expression(List<String> folded, List<String> exact, List<String> mean) {

    /** Empty for what has no word in it, or is split into words in two ways. */
    static Optional<Expression> of(String say, List<String> mean) {
      var folded = VietnameseAnalysis.terms(VietnameseAnalysis.FOLDED, say);
      var exact = VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, say);
      return folded.isEmpty() || folded.size() != exact.size()
          ? Optional.empty()
          : Optional.of(new Expression(folded, exact, mean));
    }

    void addTo(Map<String, List<Expression>> known) {
      known.computeIfAbsent(folded.getFirst(), none -> new ArrayList<>()).add(this);
    }
  }
}
