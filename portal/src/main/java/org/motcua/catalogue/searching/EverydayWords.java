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
import java.util.stream.Stream;
import org.motcua.catalogue.searching.VietnameseAnalysis.Token;
import org.motcua.catalogue.searching.model.EverydayWord;

/** What people say for what the law says, and what they say besides, ready for reading queries. */
public final class EverydayWords {

  /** Enough for a query with two ambiguous words; more would only blur. */
  private static final int MOST_READINGS = 6;

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

  /** The ways to understand a query, its own words first, without the words that say nothing. */
  List<String> readings(String query) {
    var tokens = VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, query);
    var words = new Words(tokens);
    var readings = new LinkedHashSet<String>();
    readings.add(words.own());
    for (var reading : words.official()) {
      if (readings.size() < MOST_READINGS) readings.add(reading);
    }
    readings.remove("");
    return readings.isEmpty() ? List.of(query) : List.copyOf(readings);
  }

  /** One query, walked from left to right; the longest known expression wins. */
  private final class Words {
    private final List<Token> tokens;

    Words(List<Token> tokens) {
      this.tokens = tokens;
    }

    String own() {
      var kept = new ArrayList<String>();
      for (var i = 0; i < tokens.size(); ) {
        var filler = at(i, sayings).isPresent() ? Optional.<Expression>empty() : at(i, fillers);
        if (filler.isPresent()) {
          i += filler.get().folded().size();
        } else {
          kept.add(tokens.get(i++).surface());
        }
      }
      return String.join(" ", kept);
    }

    List<String> official() {
      var readings = List.of("");
      for (var i = 0; i < tokens.size(); ) {
        var saying = at(i, sayings);
        var filler = at(i, fillers);
        if (saying.isPresent()) {
          readings = each(readings, saying.get().mean());
          i += saying.get().folded().size();
        } else if (filler.isPresent()) {
          i += filler.get().folded().size();
        } else {
          readings = each(readings, List.of(tokens.get(i++).surface()));
        }
      }
      return readings;
    }

    private List<String> each(List<String> beginnings, List<String> ends) {
      return beginnings.stream()
          .flatMap(beginning -> ends.stream().map(end -> (beginning + " " + end).strip()))
          .limit(MOST_READINGS)
          .toList();
    }

    private Optional<Expression> at(int i, Map<String, List<Expression>> known) {
      return known.getOrDefault(tokens.get(i).term(), List.of()).stream()
          .filter(it -> standsAt(i, it))
          .findFirst();
    }

    /** Who types accents means them: {@code căn} is not the filler {@code cần}. */
    private boolean standsAt(int i, Expression expression) {
      if (i + expression.folded().size() > tokens.size()) return false;
      for (var k = 0; k < expression.folded().size(); k++) {
        var token = tokens.get(i + k);
        if (!token.term().equals(expression.folded().get(k))) return false;
        if (!token.bare() && !exactly(token).equals(expression.exact().get(k))) return false;
      }
      return true;
    }
  }

  private static String exactly(Token token) {
    return String.join("", VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, token.surface()));
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
