package org.motcua.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as people read it.
 *
 * @param title "Thành viên 2"
 * @param cells by the table's columns
 * @param error what is wrong in it
 */
public record RowView(
    String id, String anchor, String title, List<String> cells, @Nullable String error) {

  public RowView {
    cells = List.copyOf(cells);
  }

  /** The id of the row on its page, to which a fault leads. */
  static String anchor(String question, String row) {
    return question + "-" + row;
  }
}
