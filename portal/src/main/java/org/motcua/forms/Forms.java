package org.motcua.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motcua.forms.Reading.Blank;
import org.motcua.forms.Reading.Right;
import org.motcua.forms.Reading.Wrong;
import org.motcua.platform.web.Messages;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;

/** Asks, checks and tells back what a form is about; all that its callers need. */
@Service
public class Forms {

  /** Names an address whose next list of units is wanted; sent by a button without JavaScript. */
  static final String UPDATE = "_update";

  /** Names the questions that the page showed when it was sent. */
  static final String SHOWN = "_shown";

  private final AnswerReader reader;
  private final Messages messages;
  private final Showing showing;
  private final Telling telling;

  Forms(Places places, Messages messages) {
    this.reader = new AnswerReader(places);
    this.messages = messages;
    this.showing = new Showing(places, reader);
    this.telling = new Telling(places, messages);
  }

  /** Checks one page that somebody sent. Answers of other pages are left as they are. */
  public PageOutcome check(
      FormDefinition form,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      FillingContext context) {
    var answers = before;
    for (var question : page.questions()) {
      answers = taken(question, Fields.submitted(question, submitted), answers, context);
    }
    if (submitted.containsKey(UPDATE)) return new PageOutcome.MoreToAsk(answers);

    var situation = form.situation(answers, context.today());
    var shown = shown(page, submitted);
    var faults = new ArrayList<Fault>();
    var more = false;
    for (var question : page.questions()) {
      if (!situation.asks(question)) continue;
      if (shown.contains(question.id())) {
        faults.addAll(faults(page, question, answers, situation, context));
      } else {
        more = true;
      }
    }
    if (!faults.isEmpty()) return new PageOutcome.Faulty(answers, faults);
    return more ? new PageOutcome.MoreToAsk(answers) : new PageOutcome.Accepted(answers);
  }

  /** All that is still missing or wrong, page by page: nothing may be handed in with a fault. */
  public List<Fault> checkAll(FormDefinition form, Answers answers, FillingContext context) {
    var situation = form.situation(answers, context.today());
    var faults = new ArrayList<Fault>();
    for (var page : form.pages()) {
      for (var question : page.questions()) {
        if (situation.asks(question)) {
          faults.addAll(faults(page, question, answers, situation, context));
        }
      }
    }
    return faults;
  }

  /** A page's questions with their answers, for {@code forms/questions.jte}. */
  public PageQuestions ask(
      FormDefinition form,
      FormPage page,
      Answers answers,
      List<Fault> faults,
      Prefill prefill,
      FillingContext context) {
    return showing.show(form, page, answers, faults, prefill, context);
  }

  /** All answers as people read them. */
  public Summary summary(FormDefinition form, Answers answers, FillingContext context) {
    return telling.summary(form, answers, context);
  }

  /** One answer or computed value as people read it; empty if there is none. */
  public String text(FormDefinition form, String id, Answers answers, FillingContext context) {
    return telling.text(form, id, form.situation(answers, context.today()), answers, context);
  }

  private Answers taken(Question question, Fields fields, Answers answers, FillingContext context) {
    return switch (reader.read(question.type(), fields, context.today())) {
      case Blank blank -> answers.without(question.id());
      case Right right -> answers.with(question.id(), right.answer());
      case Wrong wrong -> answers.with(question.id(), fields.asTyped());
    };
  }

  private List<Fault> faults(
      FormPage page,
      Question question,
      Answers answers,
      Situation situation,
      FillingContext context) {
    var fields =
        answers
            .find(question.id())
            .map(answer -> Fields.of(question, answer))
            .orElseGet(() -> new Fields(java.util.Map.of()));
    return switch (reader.read(question.type(), fields, context.today())) {
      case Blank blank when question.required() -> List.of(missing(page, question, context));
      case Blank blank -> List.of();
      case Wrong wrong -> List.of(wrong(page, question, wrong, context));
      case Right right ->
          question.checks().stream()
              .filter(check -> check.that().failsIn(situation))
              .map(check -> fault(page, question, "", check.otherwise().in(context.language())))
              .toList();
    };
  }

  private Fault missing(FormPage page, Question question, FillingContext context) {
    var key =
        switch (question.type()) {
          case QuestionType.OneOf o -> "forms.fault.missing.choice";
          case QuestionType.YesNo y -> "forms.fault.missing.yesNo";
          case QuestionType.UnitAddress a -> "forms.fault.missing.address";
          default -> "forms.fault.missing";
        };
    return fault(
        page, question, "", messages.text(context.language(), key, name(question, context)));
  }

  private Fault wrong(FormPage page, Question question, Wrong wrong, FillingContext context) {
    var arguments = new ArrayList<Object>();
    arguments.add(name(question, context));
    arguments.addAll(wrong.arguments());
    var text = messages.text(context.language(), wrong.message(), arguments.toArray());
    return fault(page, question, wrong.field(), text);
  }

  private static Fault fault(FormPage page, Question question, String field, String text) {
    var known = Fields.names(question.type());
    var input = known.contains(field) ? field : known.getFirst();
    return new Fault(page.id(), question.id(), Fields.inputId(question, input), text);
  }

  private static String name(Question question, FillingContext context) {
    return Typing.inSentence(question.name().in(context.language()));
  }

  private static Set<String> shown(FormPage page, MultiValueMap<String, String> submitted) {
    var told = submitted.get(SHOWN);
    if (told != null) return new HashSet<>(told);
    var all = new HashSet<String>();
    page.questions().forEach(question -> all.add(question.id()));
    return all;
  }
}
