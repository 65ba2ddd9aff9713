package org.motcua.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All answers as people read them: for review, for the officer, for printing. */
public record Summary(List<Section> sections) {

  public Summary {
    sections = List.copyOf(sections);
  }

  public record Section(String pageId, String title, List<Row> rows, List<Table> tables) {

    public Section {
      rows = List.copyOf(rows);
      tables = List.copyOf(tables);
    }
  }

  /**
   * What was answered for each of several; a cell is empty where nothing was.
   *
   * @param changes row by row, if the whole was something else before
   */
  public record Table(
      String name, List<String> columns, List<List<String>> rows, List<RowChange> changes) {

    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      changes = List.copyOf(changes);
    }
  }

  /** A row that is there now, or was. */
  public record RowChange(Kind kind, List<Cell> cells) {

    public enum Kind {
      SAME,
      CHANGED,
      ADDED,
      REMOVED
    }

    public RowChange {
      cells = List.copyOf(cells);
    }

    static RowChange of(List<String> was, List<String> is, boolean added, boolean removed) {
      var cells = new ArrayList<Cell>();
      for (var i = 0; i < is.size(); i++) cells.add(new Cell(was.get(i), is.get(i)));
      var kind =
          added ? Kind.ADDED : removed ? Kind.REMOVED : was.equals(is) ? Kind.SAME : Kind.CHANGED;
      return new RowChange(kind, cells);
    }
  }

  public record Cell(String was, String is) {

    public boolean changed() {
      return !was.equals(is);
    }
  }

  /**
   * @param value empty if an optional question was not answered
   * @param fieldId the input to jump to on the question's page, to change it
   * @param document the id of the file, where the answer is one
   * @param source where the answer came from, if nobody had to type it
   * @param was what it was before, empty if nothing; null if it is the same
   */
  public record Row(
      String questionId,
      String name,
      String value,
      String fieldId,
      @Nullable String document,
      @Nullable Source source,
      @Nullable String was) {}

  /** How many answers are not what they were before. */
  public long changed() {
    return sections.stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> row.was() != null)
        .count();
  }
}
