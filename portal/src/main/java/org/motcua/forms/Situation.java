package org.motcua.forms;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to one form on one day, as expressions see them: only those to questions that are
 * asked, and the values computed from them. For one thread, for one moment.
 */
public final class Situation {

  static final String TODAY = "today";
  static final String ANSWERED = "answered.";

  private final FormDefinition form;
  private final Answers answers;
  private final LocalDate today;
  private final Map<String, Boolean> asked = new HashMap<>();
  private final Map<String, Optional<Object>> values = new HashMap<>();

  Situation(FormDefinition form, Answers answers, LocalDate today) {
    this.form = form;
    this.answers = answers;
    this.today = today;
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

  /** The value of a question or computed value: a String, Long, Boolean or LocalDate. */
  public Optional<Object> value(String id) {
    return find(id)
        .map(
            value ->
                value instanceof java.time.Instant date
                    ? date.atOffset(ZoneOffset.UTC).toLocalDate()
                    : value);
  }

  /** The value of a name in an expression. */
  Optional<Object> find(String name) {
    var known = values.get(name);
    if (known != null) return known;
    var found = look(name);
    values.put(name, found);
    return found;
  }

  private Optional<Object> look(String name) {
    if (name.equals(TODAY)) return Optional.of(instant(today));
    if (name.startsWith(ANSWERED)) {
      return Optional.of(answer(name.substring(ANSWERED.length())).isPresent());
    }
    var computed = form.findComputed(name);
    if (computed != null) return computed.value().valueIn(this).map(Situation::forExpressions);
    return answer(name);
  }

  private Optional<Object> answer(String name) {
    var whole = form.findQuestion(name);
    if (whole.isPresent()) return answer(whole.get(), "");
    var dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : form.findQuestion(name.substring(0, dot))
            .flatMap(question -> answer(question, name.substring(dot + 1)));
  }

  private Optional<Object> answer(Question question, String part) {
    if (!asks(question)) return Optional.empty();
    return answers.find(question.id()).flatMap(value -> typed(question.type(), value, part));
  }

  /** An answer that does not have its question's form (typed wrongly, kept as typed) is missing. */
  private static Optional<Object> typed(QuestionType type, Object value, String part) {
    return switch (type) {
      case QuestionType.Number n -> value instanceof Long ? Optional.of(value) : Optional.empty();
      case QuestionType.YesNo y -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
      case QuestionType.Date d -> Answers.isoDate(value).map(Situation::instant);
      case QuestionType.UnitAddress a ->
          value instanceof Map<?, ?> parts
              ? Optional.ofNullable(part.isEmpty() ? parts : parts.get(part))
              : Optional.empty();
      case QuestionType.Text t -> text(value);
      case QuestionType.PersonName t -> text(value);
      case QuestionType.LongText t -> text(value);
      case QuestionType.OneOf t -> text(value);
      case QuestionType.IdNumber t -> text(value);
      case QuestionType.Phone t -> text(value);
      case QuestionType.Email t -> text(value);
    };
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
