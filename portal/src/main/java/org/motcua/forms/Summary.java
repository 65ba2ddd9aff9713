package org.motcua.forms;

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

  /** What was answered for each of several; a cell is empty where nothing was. */
  public record Table(String name, List<String> columns, List<List<String>> rows) {

    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param value empty if an optional question was not answered
   * @param fieldId the input to jump to on the question's page, to change it
   * @param document the id of the file, where the answer is one
   */
  public record Row(
      String questionId, String name, String value, String fieldId, @Nullable String document) {}
}
