package org.motcua.catalogue.proposing.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the buttons beside rows: a row more, a row less, a row up or down.
 *
 * @param path of the list for a new row, {@code papers.0.papers}; of the row for the others
 */
public record RowAct(Kind kind, List<String> path) {

  /** The button's name in the form; its value is the path. */
  public enum Kind {
    ADD,
    REMOVE,
    UP,
    DOWN;

    public String button() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final Pattern PATH = Pattern.compile("[A-Za-z]{1,40}(\\.[A-Za-z0-9]{1,40}){0,8}");
  private static final int MOST_ROWS = 500;

  public static Optional<RowAct> of(Map<String, List<String>> sent) {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                sent.getOrDefault(kind.button(), List.of()).stream()
                    .flatMap(path -> parse(kind, path).stream()))
        .findFirst();
  }

  private static Optional<RowAct> parse(Kind kind, String path) {
    return PATH.matcher(path).matches()
        ? Optional.of(new RowAct(kind, List.of(path.split("\\."))))
        : Optional.empty();
  }

  /**
   * Does it to a section that was just bound.
   *
   * @return the path of the row to look at next: the new or moved one, or the list; nothing where
   *     there is no such list or row
   */
  public Optional<String> applyTo(Section section, Map<String, Object> bound) {
    return kind == Kind.ADD ? add(section, bound) : move(bound);
  }

  private Optional<String> add(Section section, Map<String, Object> bound) {
    var field = fieldAt(ProcedureForm.fields(section), path);
    var parent = at(bound, path.subList(0, path.size() - 1));
    if (field == null || !(parent instanceof Map<?, ?> map)) return Optional.empty();
    var rows = rowsOf(map, path.getLast());
    if (rows.size() >= MOST_ROWS) return Optional.empty();
    rows.add(emptyRow(field));
    return Optional.of(String.join(".", path) + "." + (rows.size() - 1));
  }

  private Optional<String> move(Map<String, Object> bound) {
    var list = at(bound, path.subList(0, path.size() - 1));
    if (!path.getLast().matches("\\d{1,4}") || !(list instanceof List<?> found)) {
      return Optional.empty();
    }
    @SuppressWarnings("unchecked")
    var rows = (List<Object>) found;
    var index = Integer.parseInt(path.getLast());
    if (index >= rows.size()) return Optional.empty();
    var listPath = String.join(".", path.subList(0, path.size() - 1));
    if (kind == Kind.REMOVE) {
      rows.remove(index);
      return Optional.of(
          rows.isEmpty() ? listPath : listPath + "." + Math.min(index, rows.size() - 1));
    }
    var target = kind == Kind.UP ? index - 1 : index + 1;
    if (target < 0 || target >= rows.size()) return Optional.of(String.join(".", path));
    rows.add(target, rows.remove(index));
    return Optional.of(listPath + "." + target);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> rowsOf(Map<?, ?> parent, String name) {
    return (List<Object>)
        ((Map<String, Object>) parent).computeIfAbsent(name, none -> new ArrayList<>());
  }

  private static @Nullable Object at(Object tree, List<String> path) {
    var at = tree;
    for (var part : path) {
      if (at instanceof Map<?, ?> map) at = map.get(part);
      else if (at instanceof List<?> list
          && part.matches("\\d{1,4}")
          && Integer.parseInt(part) < list.size()) {
        at = list.get(Integer.parseInt(part));
      } else return null;
      if (at == null) return null;
    }
    return at;
  }

  private static @Nullable FormField fieldAt(List<FormField> fields, List<String> path) {
    FormField found = null;
    var within = fields;
    for (var part : path) {
      if (part.matches("\\d{1,4}")) continue;
      found = within.stream().filter(field -> field.name().equals(part)).findFirst().orElse(null);
      within =
          switch (found) {
            case FormField.Rows rows -> rows.fields();
            case FormField.Group group -> group.fields();
            case null, default -> List.of();
          };
    }
    return found instanceof FormField.Rows || found instanceof FormField.Items ? found : null;
  }

  /** With one empty row in each list that it begins with. */
  public static Object emptyRow(FormField field) {
    if (!(field instanceof FormField.Rows rows)) return "";
    var row = new LinkedHashMap<String, Object>();
    for (var inner : rows.fields()) {
      if (inner instanceof FormField.Items
          || inner instanceof FormField.Rows nested && nested.begun()) {
        row.put(inner.name(), new ArrayList<>(List.of(emptyRow(inner))));
      }
    }
    return row;
  }
}
