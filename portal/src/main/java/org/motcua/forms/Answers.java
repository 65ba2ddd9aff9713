package org.motcua.forms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers by their questions' ids, as JSON sees them: text, whole numbers, yes/no, dates as ISO
 * text, addresses and the like as objects of text, several choices as a list of text, tables as a
 * list of rows.
 *
 * <p>What somebody typed wrongly is kept in the same place as they typed it, so an answer has its
 * question's form only after {@link Forms#checkAll} found no fault.
 */
public final class Answers {

  private static final JsonMapper json = JsonMapper.shared();
  private static final Answers NONE = new Answers(Map.of());

  private final Map<String, Object> values;

  private Answers(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public static Answers none() {
    return NONE;
  }

  @JsonCreator
  public static Answers of(Map<String, Object> values) {
    var tidy = new LinkedHashMap<String, Object>();
    values.forEach((id, value) -> tidy.put(id, json(id, value)));
    return new Answers(tidy);
  }

  public static Answers fromJson(String text) {
    return of(json.readValue(text, new TypeReference<Map<String, Object>>() {}));
  }

  public String toJson() {
    return json.writeValueAsString(values);
  }

  @JsonValue
  public Map<String, Object> values() {
    return values;
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public boolean has(String questionId) {
    return values.containsKey(questionId);
  }

  public Optional<Object> find(String questionId) {
    return Optional.ofNullable(values.get(questionId));
  }

  public Optional<String> text(String questionId) {
    return find(questionId).map(value -> value instanceof String text ? text : value.toString());
  }

  public Optional<LocalDate> date(String questionId) {
    return find(questionId).flatMap(Answers::isoDate);
  }

  public Optional<Address> address(String questionId) {
    return find(questionId)
        .flatMap(
            value -> value instanceof Map<?, ?> m ? Optional.of(Address.of(m)) : Optional.empty());
  }

  /** The id of the document that answers a file question. */
  public Optional<String> document(String questionId) {
    return find(questionId)
        .flatMap(
            value ->
                value instanceof Map<?, ?> file
                    ? Optional.ofNullable(file.get("document"))
                    : Optional.empty())
        .map(Object::toString);
  }

  /** The rows that answer a table question. */
  public List<TableRow> rows(String questionId) {
    return TableRow.list(values.get(questionId));
  }

  /** With this row instead of its former self, or behind the others. */
  public Answers withRow(String questionId, TableRow row) {
    var rows = new ArrayList<>(rows(questionId));
    var place = rows.stream().map(TableRow::id).toList().indexOf(row.id());
    if (place < 0) rows.add(row);
    else rows.set(place, row);
    return withRows(questionId, rows);
  }

  public Answers withoutRow(String questionId, String row) {
    return withRows(
        questionId, rows(questionId).stream().filter(each -> !each.id().equals(row)).toList());
  }

  public Answers withRows(String questionId, List<TableRow> rows) {
    return rows.isEmpty()
        ? without(questionId)
        : with(questionId, rows.stream().map(TableRow::asMap).toList());
  }

  public Answers with(String questionId, Object value) {
    var changed = new TreeMap<>(values);
    changed.put(questionId, json(questionId, value));
    return new Answers(changed);
  }

  /** Only those to these questions. */
  public Answers keep(Set<String> questionIds) {
    var kept = new TreeMap<>(values);
    kept.keySet().retainAll(questionIds);
    return new Answers(kept);
  }

  public Answers without(String questionId) {
    var changed = new TreeMap<>(values);
    changed.remove(questionId);
    return new Answers(changed);
  }

  static Optional<LocalDate> isoDate(Object value) {
    if (value instanceof String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException typedOtherwise) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Object json(String id, Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean yesNo -> yesNo;
      case Integer number -> number.longValue();
      case Long number -> number;
      case LocalDate date -> date.toString();
      case Address address -> address.asMap();
      case Map<?, ?> parts -> {
        var texts = new TreeMap<String, String>();
        parts.forEach((name, part) -> texts.put(String.valueOf(name), String.valueOf(part)));
        yield Collections.unmodifiableMap(texts);
      }
      case List<?> items -> items.stream().map(item -> item(id, item)).toList();
      default ->
          throw new IllegalArgumentException(
              "No answer is of " + value.getClass().getName() + ": " + id);
    };
  }

  /** A choice of several, or a row. */
  private static Object item(String id, Object item) {
    if (!(item instanceof Map<?, ?> row)) return String.valueOf(item);
    var values = new TreeMap<String, Object>();
    row.forEach((name, value) -> values.put(String.valueOf(name), json(id + "." + name, value)));
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers answers && values.equals(answers.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Names of answers only: what people answered does not belong into logs. */
  @Override
  public String toString() {
    return "Answers" + values.keySet();
  }
}
