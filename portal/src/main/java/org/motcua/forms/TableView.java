package org.motcua.forms;

import java.util.List;

/**
 * A table as people read it.
 *
 * @param each what one row is called inside a sentence: "thành viên"
 * @param full whether it has as many rows as it may have
 */
public record TableView(List<String> columns, List<RowView> rows, String each, boolean full) {

  public TableView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
