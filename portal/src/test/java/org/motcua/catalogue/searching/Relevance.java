package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/**
 * How well a search answers the queries of {@code catalogue/relevance.tsv}, in all and by kind.
 *
 * @param missed the queries whose answer did not come first, with what was found
 */
record Relevance(Score all, Map<String, Score> byKind, List<String> missed) {

  /**
   * @param search the codes it finds, best first
   */
  static Relevance measure(Function<String, List<String>> search) {
    var all = new ArrayList<Integer>();
    var byKind = new LinkedHashMap<String, List<Integer>>();
    var missed = new ArrayList<String>();
    for (var question : questions()) {
      var found = search.apply(question.query());
      var place = question.placeIn(found);
      all.add(place);
      byKind.computeIfAbsent(question.kind(), none -> new ArrayList<>()).add(place);
      if (place != 1) missed.add(question + " → " + found);
    }
    var scores = new LinkedHashMap<String, Score>();
    byKind.forEach((kind, places) -> scores.put(kind, Score.of(places)));
    return new Relevance(Score.of(all), scores, missed);
  }

  String report() {
    var lines = new ArrayList<String>();
    lines.add("all: " + all);
    byKind.forEach((kind, score) -> lines.add(kind + ": " + score));
    missed.forEach(miss -> lines.add("not first: " + miss));
    return String.join("\n", lines);
  }

  /** Those whose procedure the catalogue has not yet are left out. */
  static List<Question> questions() {
    try {
      return new ClassPathResource("catalogue/relevance.tsv")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Question::parse)
          .filter(question -> !question.codes().isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Question(String kind, String query, List<String> codes) {

    static Question parse(String line) {
      var columns = line.split("\t");
      var codes =
          List.of(columns[2].strip().split(" ")).stream()
              .filter(code -> !code.startsWith("?"))
              .toList();
      return new Question(columns[0], columns[1], codes);
    }

    /** From one; 0 where none of the right ones was found. */
    int placeIn(List<String> found) {
      for (var i = 0; i < found.size(); i++) {
        if (codes.contains(found.get(i))) return i + 1;
      }
      return 0;
    }

    @Override
    public String toString() {
      return kind + ": " + query + " " + codes;
    }
  }

  record Score(int queries, double hitAtOne, double hitAtFive, double meanReciprocalRank) {

    static Score of(List<Integer> places) {
      var queries = places.size();
      return new Score(
          queries,
          (double) places.stream().filter(place -> place == 1).count() / queries,
          (double) places.stream().filter(place -> place >= 1 && place <= 5).count() / queries,
          places.stream().mapToDouble(place -> place == 0 ? 0 : 1.0 / place).sum() / queries);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d queries, hit@1 %.3f, hit@5 %.3f, MRR %.3f",
          queries,
          hitAtOne,
          hitAtFive,
          meanReciprocalRank);
    }
  }
}
