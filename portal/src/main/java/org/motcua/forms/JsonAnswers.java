package org.motcua.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Given.Misfit;
import org.motcua.forms.Reading.Blank;
import org.motcua.forms.Reading.Right;
import org.motcua.forms.Reading.Wrong;
import org.motcua.platform.web.Messages;

/**
 * Makes answers of JSON, as {@link FormSchema} tells it. A text that is no right answer is kept as
 * it was sent, like one that somebody has typed; what has not even the form of an answer to its
 * question is not kept.
 */
final class JsonAnswers {

  /** Of one table; more than anybody may hand in, so that the rest can be told to be too many. */
  private static final int MOST_ROWS = 1_000;

  private static final int LONGEST_TEXT = 20_000;

  private final AnswerReader reader;
  private final Messages messages;
  private final FillingContext context;
  private final List<Misfit> misfits = new ArrayList<>();

  JsonAnswers(AnswerReader reader, Messages messages, FillingContext context) {
    this.reader = reader;
    this.messages = messages;
    this.context = context;
  }

  List<Misfit> misfits() {
    return misfits;
  }

  /**
   * @param before whose files stay: they are attached and taken away one by one
   */
  Answers read(FormDefinition form, Map<String, ?> sent, Answers before) {
    var answers = Answers.none();
    for (var question : form.questions()) {
      var value = sent.get(question.id());
      var kept =
          question.type() instanceof QuestionType.File
              ? file(question, value, before)
              : answer(question, "/" + question.id(), value);
      if (kept.isPresent()) answers = answers.with(question.id(), kept.get());
    }
    var known = form.questions().stream().map(Question::id).collect(Collectors.toSet());
    unknown(sent.keySet(), known, "");
    return answers;
  }

  private void unknown(Set<String> sent, Set<String> known, String under) {
    sent.stream()
        .filter(name -> !known.contains(name))
        .limit(MOST_ROWS)
        .forEach(
            name -> {
              var shown = name.substring(0, Math.min(100, name.length()));
              misfit(shown, under + "/" + escaped(shown), "forms.fault.unknown", shown);
            });
  }

  private Optional<Object> file(Question question, @Nullable Object sent, Answers before) {
    var there = before.find(question.id());
    var document = before.document(question.id()).orElse("");
    if (sent != null && !(sent instanceof Map<?, ?> m && document.equals(m.get("document")))) {
      misfit(question.id(), "/" + question.id(), "forms.fault.file.elsewhere");
    }
    return there;
  }

  private Optional<Object> answer(Question question, String pointer, @Nullable Object sent) {
    if (sent == null) return Optional.empty();
    if (question.type() instanceof QuestionType.Table table) {
      return rows(question, table, pointer, sent);
    }
    return fields(question, pointer, sent)
        .flatMap(
            fields ->
                switch (reader.read(question.type(), fields, context.today())) {
                  case Blank blank -> Optional.empty();
                  case Right right -> Optional.of(right.answer());
                  case Wrong wrong -> Optional.of(fields.asTyped());
                });
  }

  /** What a browser's inputs would hold; empty where there are no such inputs. */
  private Optional<Fields> fields(Question question, String pointer, Object sent) {
    var fits =
        switch (question.type()) {
          case QuestionType.WholeNumber number ->
              sent instanceof Long || sent instanceof Integer || sent instanceof String;
          case QuestionType.YesNo yesNo -> sent instanceof Boolean;
          case QuestionType.SeveralOf several -> isTexts(sent);
          case QuestionType.Parts parts -> sent instanceof Map;
          case QuestionType.File file -> false;
          default -> sent instanceof String;
        };
    if (!fits) {
      misfit(question.id(), pointer, "forms.fault.type", kind(question.type()));
      return Optional.empty();
    }
    if (sent instanceof Map<?, ?> parts) return parts(question, pointer, parts);
    return Optional.of(trimmed(Fields.of(question, clean(sent))));
  }

  private Optional<Fields> parts(Question question, String pointer, Map<?, ?> sent) {
    var names = new HashSet<>(((QuestionType.Parts) question.type()).parts().keySet());
    names.addAll(Fields.names(question.type()));
    var parts = new TreeMap<String, String>();
    for (var part : sent.entrySet()) {
      var name = String.valueOf(part.getKey());
      if (part.getValue() == null) continue;
      if (names.contains(name) && part.getValue() instanceof String text) {
        parts.put(name, text.replace("\0", ""));
      } else if (names.contains(name)) {
        misfit(question.id(), pointer + "/" + name, "forms.fault.type", text("text"));
      } else {
        unknown(Set.of(name), names, pointer);
      }
    }
    return Optional.of(trimmed(Fields.of(question, parts)));
  }

  private Optional<Object> rows(
      Question question, QuestionType.Table table, String pointer, Object sent) {
    if (!(sent instanceof List<?> items)) {
      misfit(question.id(), pointer, "forms.fault.type", kind(table));
      return Optional.empty();
    }
    var rows = new ArrayList<Map<String, Object>>();
    var ids = new HashSet<String>();
    for (var place = 0; place < Math.min(items.size(), MOST_ROWS); place++) {
      var here = pointer + "/" + place;
      if (items.get(place) instanceof Map<?, ?> row) rows.add(row(table, here, row, ids));
      else misfit(question.id(), here, "forms.fault.type", text("row"));
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(rows));
  }

  private Map<String, Object> row(
      QuestionType.Table table, String pointer, Map<?, ?> sent, Set<String> ids) {
    var id = sent.get(TableRow.ID);
    var kept = id instanceof String text && TableRow.isId(text) && ids.add(text);
    var row = new LinkedHashMap<String, Object>();
    row.put(TableRow.ID, kept ? id : TableRow.freshId());
    var names = new HashSet<>(Set.of(TableRow.ID));
    for (var column : table.columns()) {
      var name = QuestionType.Table.column(column);
      names.add(name);
      answer(column, pointer + "/" + name, sent.get(name)).ifPresent(it -> row.put(name, it));
    }
    unknown(
        sent.keySet().stream().map(String::valueOf).collect(Collectors.toSet()), names, pointer);
    return row;
  }

  private static Object clean(Object sent) {
    return switch (sent) {
      case String text -> text.replace("\0", "");
      case List<?> items ->
          items.stream().map(item -> String.valueOf(item).replace("\0", "")).toList();
      default -> sent;
    };
  }

  private static Fields trimmed(Fields fields) {
    var values = new TreeMap<String, String>();
    fields
        .values()
        .forEach(
            (name, text) -> {
              if (!text.isBlank()) {
                values.put(name, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
              }
            });
    return new Fields(values);
  }

  private static boolean isTexts(Object sent) {
    return sent instanceof List<?> items && items.stream().allMatch(String.class::isInstance);
  }

  private String kind(QuestionType type) {
    return text(
        switch (type) {
          case QuestionType.WholeNumber number -> "number";
          case QuestionType.YesNo yesNo -> "yesNo";
          case QuestionType.SeveralOf several -> "texts";
          case QuestionType.Date date -> "date";
          case QuestionType.Parts parts -> "parts";
          case QuestionType.Table table -> "rows";
          default -> "text";
        });
  }

  private String text(String kind) {
    return messages.text(context.language(), "forms.fault.type." + kind);
  }

  private void misfit(String question, String pointer, String key, Object... arguments) {
    misfits.add(new Misfit(question, pointer, messages.text(context.language(), key, arguments)));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Where among the answers a fault of the whole form is. */
  static Misfit misfit(Fault fault, FormDefinition form, Answers answers) {
    var pointer = "/" + fault.questionId();
    var part =
        fault.fieldId().startsWith(fault.questionId() + "-")
            ? fault.fieldId().substring(fault.questionId().length() + 1)
            : "";
    var type = form.findQuestion(fault.questionId()).map(Question::type).orElse(null);
    if (type instanceof QuestionType.Table && !part.isEmpty()) {
      var place =
          answers.rows(fault.questionId()).stream().map(TableRow::id).toList().indexOf(part);
      if (place >= 0) pointer += "/" + place;
    } else if (type instanceof QuestionType.Parts parts) {
      if (part.isEmpty()) part = Fields.names(type).getFirst();
      pointer += "/" + (parts.parts().containsKey(part) ? part : "born");
    }
    return new Misfit(fault.questionId(), pointer, fault.text());
  }
}
