package org.motcua.catalogue.searching;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Measures the search inside the process beside PostgreSQL's full text search, on the same
 * procedures and with the same queries in the same run. {@code bin/bench catalogue-search} starts
 * it; its arguments are the numbers of procedures.
 */
final class SearchBenchmark {

  private static final int QUERIES = 600;
  private static final int HITS = 15;
  private static final int WARM_UPS = 12;

  /** The database server is no Java, and by far the slower. */
  private static final int WARM_UPS_OF_POSTGRESQL = 1;

  private static final int ROUNDS = 3;

  private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] sizes) throws Exception {
    say(
        "| procedures | build s | heap of the index MB | what | p50 ms | p99 ms | mean ms | longest"
            + " ms | answered |");
    say("|---:|---:|---:|---|---:|---:|---:|---:|---:|");
    try (var database = new FullTextDatabase()) {
      for (var size : sizes) measure(Integer.parseInt(size), database);
    }
  }

  private static void measure(int size, FullTextDatabase database) throws Exception {
    var procedures = VariedProcedures.of(size);
    var queries = VariedProcedures.queries(procedures, QUERIES);
    var words = new CurrentWords(new ShippedWords());
    words.current();
    var before = usedHeap();
    var index = new ProcedureIndex(procedures, words);
    var begun = System.nanoTime();
    index.listening();
    var built = (System.nanoTime() - begun) / 1e9;
    var heap = (usedHeap() - before) / 1e6;

    var finder = new ProcedureFinder(index);
    var lucene = times(queries, WARM_UPS, query -> find(finder, query, words, false));
    line(size, built, heap, "search", lucene);
    line(
        size,
        built,
        heap,
        "search and counts of all filters",
        times(queries, WARM_UPS, query -> find(finder, query, words, true)));

    database.fill(procedures);
    var fullText = times(queries, WARM_UPS_OF_POSTGRESQL, database::find);
    line(size, built, heap, "PostgreSQL, all words", fullText);
    var anyWord = times(queries, WARM_UPS_OF_POSTGRESQL, database::findAny);
    line(size, built, heap, "PostgreSQL, any word", anyWord);
    say("");
    say(
        "%d procedures: PostgreSQL takes %.1f times as long for all words (p99: %.1f times), %.1f"
            + " times for any word (p99: %.1f times).",
        size,
        fullText.mean() / lucene.mean(),
        fullText.p99() / lucene.p99(),
        anyWord.mean() / lucene.mean(),
        anyWord.p99() / lucene.p99());
    say("");
    index.destroy();
  }

  private static int find(
      ProcedureFinder finder, String query, CurrentWords words, boolean withFacets) {
    return finder
        .find(SearchRequest.of(query, HITS), words.current(), null, withFacets)
        .results()
        .hits()
        .size();
  }

  private static Times times(List<String> queries, int warmUpRounds, ToIntFunction<String> search) {
    var warmUps = warmUpRounds * queries.size();
    var nanos = new long[ROUNDS * queries.size()];
    var answered = 0;
    for (var i = -warmUps; i < nanos.length; i++) {
      var query = queries.get((i + warmUps) % queries.size());
      var begun = System.nanoTime();
      var hits = search.applyAsInt(query);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
        if (hits > 0) answered++;
      }
    }
    var share = (double) answered / nanos.length;
    var mean = Arrays.stream(nanos).average().orElse(0) / 1e6;
    Arrays.sort(nanos);
    return new Times(
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        mean,
        nanos[nanos.length - 1] / 1e6,
        share);
  }

  private record Times(double p50, double p99, double mean, double longest, double answered) {}

  private static long usedHeap() {
    for (var i = 0; i < 3; i++) System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void line(int size, double built, double heap, String what, Times times) {
    say(
        "| %d | %.1f | %.0f | %s | %.2f | %.2f | %.2f | %.1f | %.0f %% |",
        size,
        built,
        heap,
        what,
        times.p50(),
        times.p99(),
        times.mean(),
        times.longest(),
        100 * times.answered());
  }

  private static void say(String format, Object... arguments) {
    out.println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
  }

  private SearchBenchmark() {}
}
