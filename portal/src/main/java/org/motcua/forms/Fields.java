package org.motcua.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What the inputs of one question hold, by the last part of their names; a question with a single
 * input has it under the empty name.
 */
record Fields(Map<String, String> values) {

  private static final int LONGEST = 20_000;

  /** Between the values of an input that has several. */
  private static final String SEVERAL = "\n";

  private static final String BORN = "born";

  Fields {
    values = Map.copyOf(values);
  }

  static Fields submitted(Question question, MultiValueMap<String, String> form) {
    var values = new TreeMap<String, String>();
    for (var name : names(question.type())) {
      var typed = typed(question, form, inputName(question, name));
      if (!typed.isBlank()) values.put(name, limited(typed));
    }
    return new Fields(values);
  }

  private static String typed(Question question, MultiValueMap<String, String> form, String input) {
    if (question.type() instanceof QuestionType.SeveralOf) {
      return form.getOrDefault(input, List.of()).stream()
          .flatMap(String::lines)
          .filter(line -> !line.isBlank())
          .collect(Collectors.joining(SEVERAL));
    }
    var typed = form.getFirst(input);
    return typed == null ? "" : typed;
  }

  /** The inputs that would give this answer, be it right or kept as it was typed. */
  static Fields of(Question question, Object answer) {
    return switch (answer) {
      case Map<?, ?> parts -> {
        var values = new TreeMap<String, String>();
        parts.forEach((name, part) -> values.put(String.valueOf(name), String.valueOf(part)));
        if (question.type() instanceof QuestionType.Person && values.containsKey(BORN)) {
          values.putAll(date(values.remove(BORN)).values);
        }
        yield new Fields(values);
      }
      case List<?> chosen ->
          new Fields(
              Map.of(
                  "", chosen.stream().map(String::valueOf).collect(Collectors.joining(SEVERAL))));
      case String text when question.type() instanceof QuestionType.Date -> date(text);
      case LocalDate date -> date(date.toString());
      default -> new Fields(Map.of("", answer.toString()));
    };
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  String value() {
    return get("");
  }

  /** Of an input that has several. */
  List<String> several() {
    return value().isEmpty() ? List.of() : List.of(value().split(SEVERAL));
  }

  boolean isBlank() {
    return values.isEmpty();
  }

  /** As an answer: exactly what was typed. */
  Object asTyped() {
    return values.size() == 1 && values.containsKey("") ? value() : values;
  }

  /** The names of a question's inputs, first the one that an error links to. */
  static List<String> names(QuestionType type) {
    return switch (type) {
      case QuestionType.Date d -> List.of("day", "month", "year");
      case QuestionType.UnitAddress a when a.street() ->
          List.of("province", "district", "commune", "street");
      case QuestionType.UnitAddress a -> List.of("province", "district", "commune");
      case QuestionType.Person p -> List.of("name", "idNumber", "day", "month", "year");
      case QuestionType.BankAccount b -> List.of("bank", "number", "holder");
      default -> List.of("");
    };
  }

  static String inputName(Question question, String name) {
    return name.isEmpty() ? question.id() : question.id() + "." + name;
  }

  /** The first input has the question's own id, the others theirs behind a dash. */
  static String inputId(Question question, String name) {
    return names(question.type()).getFirst().equals(name)
        ? question.id()
        : question.id() + "-" + name;
  }

  private static Fields date(String text) {
    return Answers.isoDate(text)
        .map(
            date ->
                new Fields(
                    Map.of(
                        "day", Integer.toString(date.getDayOfMonth()),
                        "month", Integer.toString(date.getMonthValue()),
                        "year", Integer.toString(date.getYear()))))
        .orElseGet(() -> new Fields(Map.of("day", text)));
  }

  private static String limited(String typed) {
    return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
  }
}
