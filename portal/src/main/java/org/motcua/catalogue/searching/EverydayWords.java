package org.motcua.catalogue.searching;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.catalogue.searching.VietnameseAnalysis.Token;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people say for what the law says, and what they say besides: from {@code
 * seed/catalogue/everyday-words.yaml}.
 */
@Component
class EverydayWords {

  private static final String FILE = "seed/catalogue/everyday-words.yaml";

  /** Enough for a query with two ambiguous words; more would only blur. */
  private static final int MOST_READINGS = 6;

  private final List<Saying> sayings;
  private final List<Filler> fillers;
  private final WordList list;

  EverydayWords() {
    list = read();
    sayings =
        list.sayings().stream()
            .flatMap(
                entry ->
                    entry.say().stream()
                        .map(say -> new Saying(folded(say), exact(say), entry.mean())))
            .sorted(comparingInt((Saying saying) -> saying.folded().size()).reversed())
            .toList();
    fillers =
        list.fillers().stream()
            .map(words -> new Filler(folded(words), exact(words)))
            .sorted(comparingInt((Filler filler) -> filler.folded().size()).reversed())
            .toList();
  }

  /** The ways to understand a query, its own words first, without the words that say nothing. */
  List<String> readings(String query) {
    var tokens = VietnameseAnalysis.tokens(VietnameseAnalysis.FOLDED, query);
    var words = new Words(tokens, accented(tokens));
    var readings = new LinkedHashSet<String>();
    readings.add(words.own());
    for (var reading : words.official()) {
      if (readings.size() < MOST_READINGS) readings.add(reading);
    }
    readings.remove("");
    return readings.isEmpty() ? List.of(query) : List.copyOf(readings);
  }

  /** All that is said and meant, for the spelling to know. */
  List<String> vocabulary() {
    return list.sayings().stream()
        .flatMap(entry -> Stream.concat(entry.say().stream(), entry.mean().stream()))
        .toList();
  }

  /** One query, walked from left to right; the longest known expression wins. */
  private final class Words {
    private final List<Token> tokens;
    private final boolean accented;

    Words(List<Token> tokens, boolean accented) {
      this.tokens = tokens;
      this.accented = accented;
    }

    String own() {
      var kept = new ArrayList<String>();
      for (var i = 0; i < tokens.size(); ) {
        var filler = sayingAt(i).isPresent() ? Optional.<Filler>empty() : fillerAt(i);
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
        var saying = sayingAt(i);
        var filler = fillerAt(i);
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

    private Optional<Saying> sayingAt(int i) {
      return sayings.stream().filter(it -> standsAt(i, it.folded(), it.exact())).findFirst();
    }

    private Optional<Filler> fillerAt(int i) {
      return fillers.stream().filter(it -> standsAt(i, it.folded(), it.exact())).findFirst();
    }

    /** Who types accents means them: {@code căn} is not the filler {@code cần}. */
    private boolean standsAt(int i, List<String> folded, List<String> exact) {
      if (i + folded.size() > tokens.size()) return false;
      for (var k = 0; k < folded.size(); k++) {
        var token = tokens.get(i + k);
        if (!token.term().equals(folded.get(k))) return false;
        if (accented && !token.bare() && !exactly(token).equals(exact.get(k))) return false;
      }
      return true;
    }
  }

  private static boolean accented(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> !token.bare());
  }

  private static String exactly(Token token) {
    return String.join("", exact(token.surface()));
  }

  private static List<String> folded(String text) {
    return VietnameseAnalysis.terms(VietnameseAnalysis.FOLDED, text);
  }

  private static List<String> exact(String text) {
    return VietnameseAnalysis.terms(VietnameseAnalysis.EXACT, text);
  }

  private static WordList read() {
    try (var file = new ClassPathResource(FILE).getInputStream()) {
      return new YAMLMapper().readValue(file, WordList.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Saying(List<String> folded, List<String> exact, List<String> mean) {}

  private record Filler(List<String> folded, List<String> exact) {}

  private record WordList(List<Entry> sayings, List<String> fillers) {}

  private record Entry(List<String> say, List<String> mean) {}
}
