package org.motcua.platform.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.motcua.platform.web.Formats;

/**
 * Where everything of a chart stands, reckoned on the server, so that the page needs no script: the
 * template only writes it down as SVG.
 */
public record ChartDrawing(
    List<String> names,
    List<Series> series,
    List<GridLine> grid,
    List<Bar> bars,
    List<Line> lines,
    List<Dot> dots,
    List<Label> labels) {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 304;
  private static final int LEFT = 104;
  private static final int RIGHT = 712;
  private static final int TOP = 14;
  private static final int BOTTOM = 264;
  private static final int GRID_LINES = 4;

  /** Between two grid lines: figures that read easily; ten times, a hundred times … as much. */
  private static final long[] SMALL_STEPS = {1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 80};

  private static final long[] STEPS = {10, 15, 20, 25, 30, 40, 50, 80};

  /** More labels than this would write over each other. */
  private static final int MOST_LABELS = 12;

  public record GridLine(int y, long value) {}

  public record Bar(int series, String label, long value, int x, int y, int width, int height) {}

  public record Line(int series, String points) {}

  public record Dot(int series, String label, long value, int x, int y) {}

  public record Label(String text, int x) {}

  public static ChartDrawing of(List<String> names, List<Series> series, boolean line) {
    if (series.stream().anyMatch(each -> each.values().size() != names.size())) {
      throw new IllegalArgumentException("Every series needs a figure for each of " + names);
    }
    var scale = new Scale(names.size(), top(series));
    return new ChartDrawing(
        names,
        series,
        scale.grid(),
        line ? List.of() : bars(names, series, scale),
        line ? lines(series, scale) : List.of(),
        line ? dots(names, series, scale) : List.of(),
        labels(names, scale));
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  public int left() {
    return LEFT;
  }

  public int right() {
    return RIGHT;
  }

  public int bottom() {
    return BOTTOM;
  }

  /** The same figures as a table, for those who do not see the drawing. */
  public List<Column> columns() {
    return Stream.concat(
            Stream.of(Column.of("")), series.stream().map(each -> Column.numeric(each.name())))
        .toList();
  }

  public List<List<String>> rows(Formats formats) {
    var rows = new ArrayList<List<String>>();
    for (var i = 0; i < names.size(); i++) {
      var at = i;
      rows.add(
          Stream.concat(
                  Stream.of(names.get(at)),
                  series.stream().map(each -> formats.number(each.values().get(at))))
              .toList());
    }
    return rows;
  }

  private static List<Bar> bars(List<String> names, List<Series> series, Scale scale) {
    var bars = new ArrayList<Bar>();
    var room = scale.slot() * 0.72 / Math.max(1, series.size());
    var width = (int) Math.clamp(room - 2, 2, 64);
    for (var s = 0; s < series.size(); s++) {
      for (var i = 0; i < names.size(); i++) {
        long value = series.get(s).values().get(i);
        var x = scale.x(i) + (s - series.size() / 2.0) * (width + 2) + 1;
        var y = scale.y(value);
        bars.add(new Bar(s, names.get(i), value, (int) Math.round(x), y, width, BOTTOM - y));
      }
    }
    return bars;
  }

  private static List<Line> lines(List<Series> series, Scale scale) {
    return IntStream.range(0, series.size())
        .mapToObj(s -> new Line(s, points(series.get(s), scale)))
        .toList();
  }

  private static String points(Series series, Scale scale) {
    return IntStream.range(0, series.values().size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT, "%d,%d", Math.round(scale.x(i)), scale.y(series.values().get(i))))
        .collect(Collectors.joining(" "));
  }

  private static List<Dot> dots(List<String> names, List<Series> series, Scale scale) {
    var dots = new ArrayList<Dot>();
    for (var s = 0; s < series.size(); s++) {
      for (var i = 0; i < names.size(); i++) {
        long value = series.get(s).values().get(i);
        dots.add(new Dot(s, names.get(i), value, (int) Math.round(scale.x(i)), scale.y(value)));
      }
    }
    return dots;
  }

  private static List<Label> labels(List<String> names, Scale scale) {
    var step = Math.ceilDiv(names.size(), MOST_LABELS);
    return IntStream.range(0, names.size())
        .filter(i -> step < 2 || i % step == 0)
        .mapToObj(i -> new Label(names.get(i), (int) Math.round(scale.x(i))))
        .toList();
  }

  /** The least round figure above all values that four grid lines divide. */
  private static long top(List<Series> series) {
    var highest =
        series.stream().flatMap(each -> each.values().stream()).mapToLong(v -> v).max().orElse(0);
    for (long magnitude = 1; ; magnitude *= 10) {
      for (var step : magnitude == 1 ? SMALL_STEPS : STEPS) {
        var top = step * magnitude * GRID_LINES;
        if (top >= highest) return top;
      }
    }
  }

  private record Scale(int slots, long top) {

    double slot() {
      return (double) (RIGHT - LEFT) / Math.max(1, slots);
    }

    double x(int slot) {
      return LEFT + slot() * (slot + 0.5);
    }

    int y(long value) {
      return (int) Math.round(BOTTOM - (double) (BOTTOM - TOP) * value / top);
    }

    List<GridLine> grid() {
      return IntStream.rangeClosed(0, GRID_LINES)
          .mapToObj(i -> top / GRID_LINES * i)
          .map(value -> new GridLine(y(value), value))
          .toList();
    }
  }
}
