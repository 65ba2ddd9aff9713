package org.motcua.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer or computed value, ready to be put into a paper.
 *
 * @param text as people read it; empty if there is none
 * @param value as expressions see it: a String, Long, Boolean or LocalDate
 * @param parts of an address, a person, an account: each under its name
 * @param rows of a table: each answer under its column's name, such as {@code row.income}
 */
public record Told(
    String text, @Nullable Object value, Map<String, Told> parts, List<Map<String, Told>> rows) {

  public static final Told NOTHING = of("", null);

  public Told {
    parts = Map.copyOf(parts);
    rows = List.copyOf(rows);
  }

  static Told of(String text, @Nullable Object value) {
    return new Told(text, value, Map.of(), List.of());
  }
}
