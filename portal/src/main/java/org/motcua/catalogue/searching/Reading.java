package org.motcua.catalogue.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One way to understand a query: its words in their order, and what each is worth. */
record Reading(List<Part> parts) {

  static final Reading EMPTY = new Reading(List.of());

  /** As it stands in the query, or as it is meant. */
  record Part(String text, Worth worth) {}

  enum Worth {
    /** What is looked for, in the words of the law. */
    MEANT,
    /** A word like any other. */
    SAID,
    /** Says nothing about what is looked for; still {@code có} may be the {@code cổ} of a name. */
    FILLER
  }

  Reading and(String text, Worth worth) {
    var longer = new ArrayList<>(parts);
    longer.add(new Part(text, worth));
    return new Reading(longer);
  }

  /** Everything, as it would be written. */
  String text() {
    return join(parts.stream());
  }

  /** Without the words that say nothing; all words where there are no others. */
  String words() {
    var words = join(parts.stream().filter(part -> part.worth() != Worth.FILLER));
    return words.isEmpty() ? text() : words;
  }

  /** What is meant by each known expression. */
  List<String> meanings() {
    return parts.stream()
        .filter(part -> part.worth() == Worth.MEANT)
        .map(Part::text)
        .distinct()
        .toList();
  }

  /** Whether it has a meaning, and words besides that only tell more about it. */
  boolean saysMoreThanItMeans() {
    return !meanings().isEmpty() && parts.stream().anyMatch(part -> part.worth() == Worth.SAID);
  }

  private static String join(Stream<Part> parts) {
    return parts.map(Part::text).collect(Collectors.joining(" "));
  }
}
