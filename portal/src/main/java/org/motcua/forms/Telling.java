package org.motcua.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Messages;

/** Says answers as people read them in their language. */
final class Telling {

  private final Places places;
  private final Messages messages;

  Telling(Places places, Messages messages) {
    this.places = places;
    this.messages = messages;
  }

  /**
   * @param before what was answered before, if changes are to be told
   */
  Summary summary(
      FormDefinition form,
      Answers answers,
      @Nullable Answers before,
      Prefill prefill,
      FillingContext context) {
    var day = context.today();
    var now = new Moment(answers, form.situation(answers, day));
    var then = before == null ? null : new Moment(before, form.situation(before, day));
    return new Summary(
        form.pages().stream()
            .map(page -> section(page, now, then, prefill, context))
            .filter(section -> !section.rows().isEmpty())
            .toList());
  }

  /** Answers, and what is asked in view of them. */
  private record Moment(Answers answers, Situation situation) {

    /** Empty also where the question is not asked. */
    Optional<Object> find(Question question) {
      return situation.asks(question) ? answers.find(question.id()) : Optional.empty();
    }
  }

  private Summary.Section section(
      FormPage page, Moment now, @Nullable Moment then, Prefill prefill, FillingContext context) {
    var rows = new ArrayList<Summary.Row>();
    var tables = new ArrayList<Summary.Table>();
    for (var question : page.questions()) {
      var was = then == null ? Optional.empty() : then.find(question);
      if (!now.situation().asks(question) && was.isEmpty()) continue;
      var changed = then != null && !was.equals(now.find(question));
      rows.add(row(question, now, changed ? was : null, prefill, context));
      if (question.type() instanceof QuestionType.Table table) {
        var before = changed ? then : null;
        if (now.find(question).isPresent() || before != null) {
          tables.add(table(question, table, now, before, context));
        }
      }
    }
    return new Summary.Section(page.id(), page.title().in(context.language()), rows, tables);
  }

  /**
   * @param was the answer before; null if it is the same
   */
  private Summary.Row row(
      Question question,
      Moment now,
      @Nullable Optional<Object> was,
      Prefill prefill,
      FillingContext context) {
    var answer = now.find(question);
    return new Summary.Row(
        question.id(),
        question.name().in(context.language()),
        answer.map(it -> text(question, it, context)).orElse(""),
        question.id(),
        answer.isPresent() && question.type() instanceof QuestionType.File
            ? now.answers().document(question.id()).orElse(null)
            : null,
        prefill.find(question.id(), now.answers()).map(Known::source).orElse(null),
        was == null ? null : was.map(it -> text(question, it, context)).orElse(""));
  }

  private Summary.Table table(
      Question question,
      QuestionType.Table table,
      Moment now,
      @Nullable Moment then,
      FillingContext context) {
    var rows = rows(question, now);
    return new Summary.Table(
        question.name().in(context.language()),
        columns(table, context),
        rows.stream().map(row -> cells(table, row, now.situation(), context)).toList(),
        then == null ? List.of() : changes(question, table, now, then, context));
  }

  /** Row by row: those that are there now, in their order, then those that were taken away. */
  private List<Summary.RowChange> changes(
      Question question,
      QuestionType.Table table,
      Moment now,
      Moment then,
      FillingContext context) {
    var nothing = table.columns().stream().map(column -> "").toList();
    var before = new LinkedHashMap<String, List<String>>();
    for (var row : rows(question, then)) {
      before.put(row.id(), cells(table, row, then.situation(), context));
    }
    var changes = new ArrayList<Summary.RowChange>();
    for (var row : rows(question, now)) {
      var is = cells(table, row, now.situation(), context);
      var was = before.remove(row.id());
      changes.add(Summary.RowChange.of(was == null ? nothing : was, is, was == null, false));
    }
    before.values().forEach(was -> changes.add(Summary.RowChange.of(was, nothing, false, true)));
    return changes;
  }

  private static List<TableRow> rows(Question question, Moment moment) {
    return moment.find(question).map(TableRow::list).orElseGet(List::of);
  }

  /** The answer or computed value of this id, if it is asked and there. */
  String text(
      FormDefinition form,
      String id,
      Situation situation,
      Answers answers,
      FillingContext context) {
    var question = form.findQuestion(id);
    if (question.isPresent()) {
      return question
          .filter(situation::asks)
          .flatMap(asked -> answers.find(id).map(answer -> text(asked, answer, context)))
          .orElse("");
    }
    return situation.value(id).map(value -> computed(value, context)).orElse("");
  }

  /** All answers and computed values by their ids. */
  Map<String, Told> told(FormDefinition form, Answers answers, FillingContext context) {
    var situation = form.situation(answers, context.today());
    var told = new HashMap<>(told(form.questions(), answers, situation, context));
    for (var computed : form.computed()) {
      var value = situation.value(computed.id());
      told.put(
          computed.id(), value.map(it -> Told.of(computed(it, context), it)).orElse(Told.NOTHING));
    }
    return told;
  }

  private Map<String, Told> told(
      List<Question> questions, Answers answers, Situation situation, FillingContext context) {
    var told = new HashMap<String, Told>();
    for (var question : questions) {
      var answer = situation.asks(question) ? answers.find(question.id()) : Optional.empty();
      told.put(
          question.id(),
          answer.map(it -> told(question, it, answers, situation, context)).orElse(Told.NOTHING));
    }
    return told;
  }

  private Told told(
      Question question,
      Object answer,
      Answers answers,
      Situation situation,
      FillingContext context) {
    return new Told(
        text(question, answer, context),
        situation.value(question.id()).orElse(null),
        parts(question.type(), answer, context),
        question.type() instanceof QuestionType.Table table
            ? answers.rows(question.id()).stream()
                .map(
                    row ->
                        told(
                            table.columns(),
                            row.answers(),
                            situation.row(table, row.answers()),
                            context))
                .toList()
            : List.of());
  }

  private Map<String, Told> parts(QuestionType type, Object answer, FillingContext context) {
    if (!(type instanceof QuestionType.Parts whole)) return Map.of();
    var parts = answer instanceof Map<?, ?> given ? given : Map.of();
    var told = new HashMap<String, Told>();
    for (var name : whole.parts().keySet()) {
      var part = parts.get(name);
      told.put(name, part == null ? Told.NOTHING : part(type, name, part.toString(), context));
    }
    return told;
  }

  private Told part(QuestionType type, String name, String part, FillingContext context) {
    return switch (type) {
      case QuestionType.UnitAddress a when !name.equals("street") ->
          Told.of(places.name(part), part);
      case QuestionType.Person p when name.equals("born") ->
          Answers.isoDate(part)
              .map(day -> Told.of(new Formats(context.language()).date(day), day))
              .orElseGet(() -> Told.of(part, part));
      case QuestionType.BankAccount b when name.equals("bank") -> Told.of(bank(part), part);
      default -> Told.of(part, part);
    };
  }

  /** The answer to one question; empty if there is none. */
  String text(Question question, Answers answers, FillingContext context) {
    return answers.find(question.id()).map(answer -> text(question, answer, context)).orElse("");
  }

  private String text(Question question, Object answer, FillingContext context) {
    var formats = new Formats(context.language());
    return switch (question.type()) {
      case QuestionType.Date d ->
          Answers.isoDate(answer).map(formats::date).orElseGet(() -> asTyped(question, answer));
      case QuestionType.Number n ->
          answer instanceof Long number ? formats.number(number) : asTyped(question, answer);
      case QuestionType.Money m ->
          answer instanceof Long dong ? formats.money(dong) : asTyped(question, answer);
      case QuestionType.Year y -> answer.toString();
      case QuestionType.SeveralOf several ->
          answer instanceof List<?> chosen
              ? chosen.stream()
                  .map(value -> choice(several, String.valueOf(value), context))
                  .collect(Collectors.joining(", "))
              : answer.toString();
      case QuestionType.TaxCode t -> taxCode(answer.toString());
      case QuestionType.Person p ->
          answer instanceof Map<?, ?> parts && parts.containsKey("born")
              ? person(parts, formats)
              : asTyped(question, answer);
      case QuestionType.BankAccount b ->
          answer instanceof Map<?, ?> parts ? bankAccount(parts) : answer.toString();
      case QuestionType.File f ->
          answer instanceof Map<?, ?> file ? String.valueOf(file.get("name")) : "";
      case QuestionType.Table table ->
          messages.text(
              context.language(),
              "forms.rows",
              TableRow.list(answer).size(),
              Typing.inSentence(table.each().in(context.language())));
      case QuestionType.YesNo y ->
          answer instanceof Boolean yes ? yesNo(yes, context) : answer.toString();
      case QuestionType.OneOf oneOf -> choice(oneOf, answer.toString(), context);
      case QuestionType.UnitAddress a ->
          answer instanceof Map<?, ?> parts ? address(Address.of(parts)) : answer.toString();
      default -> asTyped(question, answer);
    };
  }

  private static String choice(
      QuestionType.Choosing choosing, String value, FillingContext context) {
    return choosing.find(value).map(choice -> choice.label().in(context.language())).orElse(value);
  }

  /** {@code 0100109106-001}. */
  private static String taxCode(String digits) {
    return digits.length() == 13 ? digits.substring(0, 10) + "-" + digits.substring(10) : digits;
  }

  /** {@code Nguyễn Thị Mai, 022190001234, 12/05/1990}. */
  private static String person(Map<?, ?> parts, Formats formats) {
    var born = parts.get("born");
    return Stream.of(
            parts.get("name"),
            parts.get("idNumber"),
            born == null ? "" : Answers.isoDate(born).map(formats::date).orElse(born.toString()))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String bankAccount(Map<?, ?> parts) {
    return Stream.of(
            parts.get("number"), parts.get("holder"), bank(String.valueOf(parts.get("bank"))))
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static String bank(String number) {
    return Banks.ALL.stream()
        .filter(each -> each.value().equals(number))
        .map(each -> each.label().vi())
        .findFirst()
        .orElse(number);
  }

  /** A table's rows for its page, and what is wrong in each. */
  TableView rows(
      Question question,
      QuestionType.Table table,
      Answers answers,
      List<Fault> faults,
      Situation around,
      FillingContext context) {
    var rows = answers.rows(question.id());
    var each = table.each().in(context.language());
    var views = new ArrayList<RowView>();
    for (var row : rows) {
      var anchor = RowView.anchor(question.id(), row.id());
      var error =
          faults.stream()
              .filter(fault -> fault.fieldId().equals(anchor))
              .map(Fault::text)
              .findFirst()
              .orElse(null);
      var title = each + " " + (views.size() + 1);
      views.add(new RowView(row.id(), anchor, title, cells(table, row, around, context), error));
    }
    return new TableView(
        columns(table, context), views, Typing.inSentence(each), rows.size() >= table.max());
  }

  private static List<String> columns(QuestionType.Table table, FillingContext context) {
    return table.columns().stream().map(column -> column.name().in(context.language())).toList();
  }

  private List<String> cells(
      QuestionType.Table table, TableRow row, Situation around, FillingContext context) {
    var situation = around.row(table, row.answers());
    return table.columns().stream()
        .map(
            column ->
                situation.asks(column)
                    ? row.answers()
                        .find(column.id())
                        .map(answer -> text(column, answer, context))
                        .orElse("")
                    : "")
        .toList();
  }

  /** {@code Số 5, phố Anh Đào, Phường Bãi Cháy, Thành phố Hạ Long, Tỉnh Quảng Ninh}. */
  String address(Address address) {
    var unit =
        Stream.of(address.commune(), address.district(), address.province())
            .filter(code -> !code.isEmpty())
            .findFirst()
            .map(places::pathName)
            .orElse("");
    return Stream.of(address.street(), unit)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String computed(Object value, FillingContext context) {
    var formats = new Formats(context.language());
    return switch (value) {
      case LocalDate date -> formats.date(date);
      case Long number -> formats.number(number);
      case Boolean yes -> yesNo(yes, context);
      default -> value.toString();
    };
  }

  private String yesNo(boolean yes, FillingContext context) {
    return messages.text(context.language(), yes ? "forms.yes" : "forms.no");
  }

  private static String asTyped(Question question, Object answer) {
    if (!(answer instanceof Map<?, ?>)) return answer.toString();
    var fields = Fields.of(question, answer);
    return Stream.concat(Fields.names(question.type()).stream(), Stream.of(""))
        .distinct()
        .map(fields::get)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(question.type() instanceof QuestionType.Date ? "/" : ", "));
  }
}
