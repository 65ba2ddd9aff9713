package org.motcua.catalogue.proposing.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fields of a sent form, {@code papers.0.papers.2.name}, back into the tree they were
 * taken from. What the form does not know is not looked at.
 */
public final class FormBinding {

  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

  public static Map<String, Object> bind(Section section, Map<String, List<String>> sent) {
    var root = new Sent();
    sent.forEach(root::add);
    return fields(ProcedureForm.fields(section), root);
  }

  private static Map<String, Object> fields(List<FormField> fields, Sent sent) {
    var bound = new LinkedHashMap<String, Object>();
    for (var field : fields) {
      var value = value(field, sent.inner.get(field.name()));
      if (value != null) bound.put(field.name(), value);
    }
    return bound;
  }

  private static @Nullable Object value(FormField field, @Nullable Sent sent) {
    if (sent == null) return null;
    return switch (field) {
      case FormField.Text text -> text(text, sent);
      case FormField.Pick pick -> one(sent);
      case FormField.Picks picks ->
          listOrNull(picks.values().stream().filter(sent.values::contains));
      case FormField.LifeEventPicks picks -> listOrNull(sent.values.stream().map(Typed::clean));
      case FormField.Items items ->
          new ArrayList<>(sent.rows().map(row -> Typed.clean(row.first())).toList());
      case FormField.Rows rows ->
          new ArrayList<>(sent.rows().map(row -> fields(rows.fields(), row)).toList());
      case FormField.Group group -> fields(group.fields(), sent);
    };
  }

  private static @Nullable Object text(FormField.Text field, Sent sent) {
    var typed = Typed.clean(sent.first());
    return switch (field.shape()) {
      case LINES, CODES ->
          listOrNull(typed.lines().map(String::strip).filter(line -> !line.isEmpty()));
      case WHOLE_NUMBER -> number(typed, false);
      case MONEY -> number(typed, true);
      case DATE -> Typed.date(typed).map(Object::toString).orElse(emptyToNull(typed));
      default -> emptyToNull(typed);
    };
  }

  private static @Nullable String number(String typed, boolean money) {
    return Typed.number(typed, money).map(Object::toString).orElse(emptyToNull(typed));
  }

  private static @Nullable String one(Sent sent) {
    return emptyToNull(Typed.clean(sent.first()));
  }

  private static @Nullable List<String> listOrNull(Stream<String> values) {
    var list = values.toList();
    return list.isEmpty() ? null : list;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The names of a form taken apart at their dots. */
  private static final class Sent {

    final Map<String, Sent> inner = new TreeMap<>();
    final List<String> values = new ArrayList<>();

    void add(String name, Collection<String> sent) {
      var at = this;
      for (var part : DOT.split(name)) at = at.inner.computeIfAbsent(part, none -> new Sent());
      at.values.addAll(sent);
    }

    String first() {
      return values.isEmpty() ? "" : values.getFirst();
    }

    Stream<Sent> rows() {
      return inner.entrySet().stream()
          .filter(entry -> INDEX.matcher(entry.getKey()).matches())
          .sorted(java.util.Comparator.comparingInt(entry -> Integer.parseInt(entry.getKey())))
          .map(Map.Entry::getValue);
    }
  }

  private FormBinding() {}
}
