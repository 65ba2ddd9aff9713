package org.motcua.forms;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  Summary summary(FormDefinition form, Answers answers, FillingContext context) {
    var situation = form.situation(answers, context.today());
    return new Summary(
        form.pages().stream()
            .filter(situation::asks)
            .map(page -> section(page, situation, answers, context))
            .filter(section -> !section.rows().isEmpty())
            .toList());
  }

  private Summary.Section section(
      FormPage page, Situation situation, Answers answers, FillingContext context) {
    var rows =
        page.questions().stream()
            .filter(situation::asks)
            .map(question -> row(question, answers, context))
            .toList();
    return new Summary.Section(page.id(), page.title().in(context.language()), rows);
  }

  private Summary.Row row(Question question, Answers answers, FillingContext context) {
    return new Summary.Row(
        question.id(),
        question.name().in(context.language()),
        answers.find(question.id()).map(answer -> text(question, answer, context)).orElse(""),
        question.id());
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

  private String text(Question question, Object answer, FillingContext context) {
    var formats = new Formats(context.language());
    return switch (question.type()) {
      case QuestionType.Date d ->
          Answers.isoDate(answer).map(formats::date).orElseGet(() -> asTyped(question, answer));
      case QuestionType.Number n ->
          answer instanceof Long number ? formats.number(number) : asTyped(question, answer);
      case QuestionType.YesNo y ->
          answer instanceof Boolean yes ? yesNo(yes, context) : answer.toString();
      case QuestionType.OneOf oneOf ->
          oneOf
              .find(answer.toString())
              .map(choice -> choice.label().in(context.language()))
              .orElseGet(answer::toString);
      case QuestionType.UnitAddress a ->
          answer instanceof Map<?, ?> parts ? address(Address.of(parts)) : answer.toString();
      default -> asTyped(question, answer);
    };
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
