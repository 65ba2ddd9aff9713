package org.motcua.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How an answer to one form answers a question of another. Whether it may is found when the files
 * are read; whether it does, from case to case.
 */
public final class Flow {

  /** What is wrong with it; empty if the one answers the other. */
  public static Optional<String> problem(FormDefinition from, String name, Question to) {
    var computed = from.findComputed(name);
    if (computed != null) return problem(name, computed.kind(), to);
    return from.findQuestion(name)
        .map(question -> problem(question, to))
        .orElseGet(() -> Optional.of("there is no '" + name + "' to take the answer from"));
  }

  /** The same of a value that no question asks for. */
  public static Optional<String> problem(String name, ValueKind kind, Question to) {
    var fits =
        switch (kind) {
          case TEXT ->
              to.type() instanceof QuestionType.Text
                  || to.type() instanceof QuestionType.LongText
                  || to.type() instanceof QuestionType.PersonName;
          case NUMBER -> to.type() instanceof QuestionType.WholeNumber;
          case DATE -> to.type() instanceof QuestionType.Date;
          case YES_NO -> to.type() instanceof QuestionType.YesNo;
        };
    return fits ? Optional.empty() : Optional.of(misfit(name, kind.name(), to));
  }

  private static Optional<String> problem(Question from, Question to) {
    if (isText(from.type(), to.type())) return Optional.empty();
    if (!from.type().getClass().equals(to.type().getClass())) {
      return Optional.of(misfit(from.id(), kind(from), to));
    }
    return switch (from.type()) {
      case QuestionType.File file -> Optional.of("'" + from.id() + "' is a file, which stays");
      case QuestionType.Table table -> Optional.of("'" + from.id() + "' is a table, which stays");
      case QuestionType.Choosing choosing -> choices(from, choosing, to);
      case QuestionType.IdNumber number
          when to.type() instanceof QuestionType.IdNumber other
              && !other.lengths().containsAll(number.lengths()) ->
          Optional.of("'" + from.id() + "' may have more digits than '" + to.id() + "' takes");
      case QuestionType.Text text
          when to.type() instanceof QuestionType.Text other
              && other.maxLength() < text.maxLength() ->
          Optional.of("'" + from.id() + "' may be longer than '" + to.id() + "' takes");
      case QuestionType.WholeNumber number
          when to.type() instanceof QuestionType.WholeNumber other
              && (number.min() < other.min() || number.max() > other.max()) ->
          Optional.of("'" + from.id() + "' may be less or more than '" + to.id() + "' takes");
      case QuestionType.UnitAddress address
          when !address.street()
              && to.type() instanceof QuestionType.UnitAddress other
              && other.street() ->
          Optional.of("'" + from.id() + "' has no street, which '" + to.id() + "' asks for");
      default -> Optional.empty();
    };
  }

  /** A name is a text, too. */
  private static boolean isText(QuestionType from, QuestionType to) {
    return from instanceof QuestionType.PersonName
        && (to instanceof QuestionType.PersonName || to instanceof QuestionType.Text);
  }

  private static Optional<String> choices(
      Question from, QuestionType.Choosing offered, Question to) {
    var taken = (QuestionType.Choosing) to.type();
    var missing =
        offered.choices().stream()
            .map(QuestionType.Choice::value)
            .filter(value -> taken.find(value).isEmpty())
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("'" + to.id() + "' has no choice " + missing + " of '" + from.id() + "'");
  }

  private static String misfit(String name, String kind, Question to) {
    return "'%s' (%s) is no answer to '%s' (%s)".formatted(name, written(kind), to.id(), kind(to));
  }

  private static String kind(Question question) {
    return written(question.type().getClass().getSimpleName());
  }

  private static String written(String kind) {
    return kind.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** The answer, if there is one and it still fits. */
  public static Optional<Object> value(
      FormDefinition from, String name, Answers answers, LocalDate today, Question to) {
    if (problem(from, name, to).isPresent()) return Optional.empty();
    var found =
        from.findComputed(name) == null
            ? answers.find(name)
            : from.situation(answers, today).value(name);
    return found.map(value -> value(value, to));
  }

  private static Object value(Object value, Question to) {
    if (to.type() instanceof QuestionType.UnitAddress address
        && !address.street()
        && value instanceof Map<?, ?> parts) {
      var place = Address.of(parts);
      return new Address(place.province(), place.district(), place.commune(), "").asMap();
    }
    return value;
  }

  /** Those questions of a page that somebody still has to answer himself. */
  public static List<Question> left(
      FormPage page, Situation situation, Predicate<String> answered) {
    return page.questions().stream()
        .filter(situation::asks)
        .filter(question -> !answered.test(question.id()))
        .toList();
  }

  private Flow() {}
}
