package org.motcua.catalogue.searching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/**
 * How many procedures each choice of a filter would leave, with all other filters as they are.
 *
 * @param total how many there are with the filters as they are
 * @param counts by dimension, by value; only values that some procedure has
 */
public record Facets(long total, Map<String, Map<String, Integer>> counts) {

  Map<String, Integer> of(Dimension dimension) {
    return counts.getOrDefault(dimension.name(), Map.of());
  }

  /**
   * @param words what is looked for, without the filters
   */
  static Facets count(IndexSearcher searcher, Query words, SearchFilters filters)
      throws IOException {
    return searcher.search(words, new Counting(filters));
  }

  private record Counting(SearchFilters filters) implements CollectorManager<Counter, Facets> {

    @Override
    public Counter newCollector() {
      return new Counter(filters);
    }

    @Override
    public Facets reduce(Collection<Counter> counters) {
      var counts = new HashMap<String, Map<String, Integer>>();
      var total = 0L;
      for (var counter : counters) {
        total += counter.total;
        counter.counts.forEach(
            (dimension, values) ->
                values.forEach(
                    (value, count) ->
                        counts
                            .computeIfAbsent(dimension.name(), none -> new HashMap<>())
                            .merge(value, count, Integer::sum)));
      }
      return new Facets(total, counts);
    }
  }

  /** One walk over the hits: a procedure counts where at most the own filter stands in its way. */
  private static final class Counter extends SimpleCollector {

    private final SearchFilters filters;
    private final Map<Dimension, Map<String, Integer>> counts = new EnumMap<>(Dimension.class);
    private final List<OfSegment> dimensions = new ArrayList<>();
    private long total;

    Counter(SearchFilters filters) {
      this.filters = filters;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
      dimensions.clear();
      for (var dimension : Dimension.values()) {
        dimensions.add(
            new OfSegment(
                dimension,
                DocValues.getSortedSet(segment.reader(), dimension.name()),
                dimension.chosenIn(filters)));
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      OfSegment missed = null;
      for (var dimension : dimensions) {
        if (dimension.read(doc)) continue;
        if (missed != null) return;
        missed = dimension;
      }
      if (missed != null) {
        missed.count();
      } else {
        total++;
        for (var dimension : dimensions) dimension.count();
      }
    }

    @Override
    public void finish() throws IOException {
      for (var dimension : dimensions) {
        dimension.addTo(counts.computeIfAbsent(dimension.dimension, none -> new HashMap<>()));
      }
      dimensions.clear();
    }
  }

  /** The values of one dimension in one segment of the index, by their numbers there. */
  private static final class OfSegment {

    private final Dimension dimension;
    private final SortedSetDocValues values;
    private final boolean[] chosen;
    private final boolean all;
    private final int[] counts;
    private final int[] present = new int[64];
    private int presentCount;

    OfSegment(Dimension dimension, SortedSetDocValues values, Collection<String> chosen)
        throws IOException {
      this.dimension = dimension;
      this.values = values;
      this.all = chosen.isEmpty();
      this.chosen = new boolean[(int) values.getValueCount()];
      this.counts = new int[(int) values.getValueCount()];
      for (var value : chosen) {
        var number = values.lookupTerm(new BytesRef(Dimension.bounded(value)));
        if (number >= 0) this.chosen[(int) number] = true;
      }
    }

    /** Whether the document has what was chosen. */
    boolean read(int doc) throws IOException {
      presentCount = 0;
      var fits = all;
      if (!values.advanceExact(doc)) return fits;
      for (var left = Math.min(values.docValueCount(), present.length); left > 0; left--) {
        var number = (int) values.nextOrd();
        present[presentCount++] = number;
        fits |= chosen[number];
      }
      return fits;
    }

    void count() {
      for (var i = 0; i < presentCount; i++) counts[present[i]]++;
    }

    void addTo(Map<String, Integer> sums) throws IOException {
      for (var number = 0; number < counts.length; number++) {
        if (counts[number] > 0) {
          sums.merge(values.lookupOrd(number).utf8ToString(), counts[number], Integer::sum);
        }
      }
    }
  }
}
