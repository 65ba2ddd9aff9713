package org.motcua.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table's answer.
 *
 * @param id stays the row's own when others are added or taken away; one that came without has its
 *     place
 * @param answers by the names that expressions use: {@code row.income}
 */
public record TableRow(String id, Answers answers) {

  /** No column is called so. */
  static final String ID = "id";

  public static String freshId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** As it stands in an address, and in the name of an input. */
  public static boolean isId(String text) {
    return text.matches("[a-z0-9-]{1,20}");
  }

  static List<TableRow> list(@Nullable Object answer) {
    if (!(answer instanceof List<?> items)) return List.of();
    var rows = new ArrayList<TableRow>();
    for (var item : items) {
      if (item instanceof Map<?, ?> values) rows.add(of(values, rows.size() + 1));
    }
    return rows;
  }

  private static TableRow of(Map<?, ?> values, int place) {
    var answers = new LinkedHashMap<String, Object>();
    values.forEach((column, value) -> answers.put(QuestionType.Table.ROW + column, value));
    var id = answers.remove(QuestionType.Table.ROW + ID);
    return new TableRow(id == null ? "at-" + place : id.toString(), Answers.of(answers));
  }

  /** As it stands among the answers. */
  Map<String, Object> asMap() {
    var values = new LinkedHashMap<String, Object>();
    values.put(ID, id);
    answers
        .values()
        .forEach(
            (name, value) -> values.put(name.substring(QuestionType.Table.ROW.length()), value));
    return values;
  }
}
