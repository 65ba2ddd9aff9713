package org.motcua.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one form on one day, as expressions see them: only those to questions that are
 * asked, and the values computed from them. For one thread, for one moment.
 *
 * <p>A table's row is a small form of its own, whose expressions see what is around the table, too.
 */
public final class Situation {

  static final String TODAY = "today";
  static final String ANSWERED = "answered.";

  /** How many rows a table has: {@code members.count}. */
  static final String COUNT = "count";

  private final FormDefinition form;
  private final Answers answers;
  private final LocalDate today;
  private final @Nullable Situation around;
  private final Map<String, Boolean> asked = new HashMap<>();
  private final Map<String, Optional<Object>> values = new HashMap<>();
  private final Map<String, List<Situation>> rows = new HashMap<>();

  Situation(FormDefinition form, Answers answers, LocalDate today) {
    this(form, answers, today, null);
  }

  private Situation(
      FormDefinition form, Answers answers, LocalDate today, @Nullable Situation around) {
    this.form = form;
    this.answers = answers;
    this.today = today;
    this.around = around;
  }

  public LocalDate today() {
    return today;
  }

  public boolean asks(FormPage page) {
    return page.when() == null || page.when().holdsIn(this);
  }

  public boolean asks(Question question) {
    var known = asked.get(question.id());
    if (known != null) return known;
    var decided =
        asks(form.pageOf(question)) && (question.when() == null || question.when().holdsIn(this));
    asked.put(question.id(), decided);
    return decided;
  }

  /** The value of a question or computed value: a String, Long, Boolean, LocalDate or list. */
  public Optional<Object> value(String id) {
    return find(id)
        .map(
            value ->
                value instanceof Instant date
                    ? date.atOffset(ZoneOffset.UTC).toLocalDate()
                    : value);
  }

  /** What a row sees that has these answers. */
  Situation row(QuestionType.Table table, Answers row) {
    return new Situation(table.rows(), row, today, this);
  }

  /** The value of a name in an expression. */
  Optional<Object> find(String name) {
    var known = values.get(name);
    if (known != null) return known;
    var found = look(name);
    if (found.isEmpty() && around != null && !isRows(name)) found = around.find(name);
    values.put(name, found);
    return found;
  }

  private static boolean isRows(String name) {
    return name.startsWith(QuestionType.Table.ROW)
        || name.startsWith(ANSWERED + QuestionType.Table.ROW);
  }

  private Optional<Object> look(String name) {
    if (name.equals(TODAY)) return Optional.of(instant(today));
    if (name.startsWith(ANSWERED)) {
      if (around != null && !isRows(name)) return Optional.empty(); // it is not ours to answer
      return Optional.of(answer(name.substring(ANSWERED.length())).isPresent());
    }
    var computed = form.findComputed(name);
    if (computed != null) return computed.value().valueIn(this).map(Situation::forExpressions);
    return answer(name);
  }

  /** The name is a question's, or a question's and behind a dot that of a part of its answer. */
  private Optional<Object> answer(String name) {
    for (var end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      var question = form.findQuestion(name.substring(0, end));
      if (question.isPresent()) {
        return answer(question.get(), name.substring(Math.min(name.length(), end + 1)));
      }
    }
    return Optional.empty();
  }

  private Optional<Object> answer(Question question, String part) {
    if (!asks(question)) return Optional.empty();
    if (question.type() instanceof QuestionType.Table table && !part.isEmpty()) {
      return Optional.of(ofRows(question, table, part));
    }
    return answers.find(question.id()).flatMap(value -> typed(question.type(), value, part));
  }

  private Object ofRows(Question question, QuestionType.Table table, String part) {
    var all =
        rows.computeIfAbsent(
            question.id(),
            id -> answers.rows(id).stream().map(row -> row(table, row.answers())).toList());
    return part.equals(COUNT)
        ? (long) all.size()
        : all.stream().flatMap(row -> row.find(QuestionType.Table.ROW + part).stream()).toList();
  }

  /** An answer that does not have its question's form (typed wrongly, kept as typed) is missing. */
  private static Optional<Object> typed(QuestionType type, Object value, String part) {
    return switch (type) {
      case QuestionType.OneText t -> text(value);
      case QuestionType.WholeNumber n ->
          value instanceof Long ? Optional.of(value) : Optional.empty();
      case QuestionType.YesNo y -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
      case QuestionType.Date d -> Answers.isoDate(value).map(Situation::instant);
      case QuestionType.Parts p ->
          value instanceof Map<?, ?> parts ? part(p, parts, part) : Optional.empty();
      case QuestionType.SeveralOf s ->
          value instanceof List<?> chosen && !chosen.isEmpty()
              ? Optional.of(chosen)
              : Optional.empty();
      case QuestionType.File f ->
          value instanceof Map<?, ?> ? Optional.of(value) : Optional.empty();
      case QuestionType.Table t ->
          value instanceof List<?> rows && !rows.isEmpty() ? Optional.of(rows) : Optional.empty();
    };
  }

  private static Optional<Object> part(QuestionType.Parts type, Map<?, ?> parts, String part) {
    if (part.isEmpty()) return Optional.of(parts);
    var value = parts.get(part);
    if (value == null) return Optional.empty();
    return type.parts().get(part) == ValueKind.DATE
        ? Answers.isoDate(value).map(Situation::instant)
        : text(value);
  }

  private static Optional<Object> text(Object value) {
    return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private static Object forExpressions(Object value) {
    return value instanceof LocalDate date ? instant(date) : value;
  }

  private static Object instant(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
