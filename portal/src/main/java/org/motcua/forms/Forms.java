package org.motcua.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Reading.Blank;
import org.motcua.forms.Reading.Right;
import org.motcua.forms.Reading.Wrong;
import org.motcua.platform.web.Language;
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
    this.telling = new Telling(places, messages);
    this.showing = new Showing(places, telling);
  }

  /** Checks one page that somebody sent of whom nothing is known. */
  public PageOutcome check(
      FormDefinition form,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      FillingContext context) {
    return check(form, page, submitted, before, Prefill.none(), context);
  }

  /**
   * Checks one page that somebody sent. Answers of other pages are left as they are.
   *
   * @param prefill what is known, and stands where it is locked
   */
  public PageOutcome check(
      FormDefinition form,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      Prefill prefill,
      FillingContext context) {
    Function<Answers, Situation> situations = it -> form.situation(it, context.today());
    return check(page, submitted, before, prefill, situations, context);
  }

  /**
   * Checks a row of a table that somebody sent.
   *
   * @param all the answers around it
   * @param before the row's own, which those that are not on the page keep
   */
  public PageOutcome checkRow(
      FormDefinition form,
      QuestionType.Table table,
      Answers all,
      MultiValueMap<String, String> submitted,
      Answers before,
      FillingContext context) {
    var around = form.situation(all, context.today());
    return check(
        table.rows().firstPage(),
        submitted,
        before,
        Prefill.none(),
        row -> around.row(table, row),
        context);
  }

  private PageOutcome check(
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      Prefill prefill,
      Function<Answers, Situation> situations,
      FillingContext context) {
    var taken = take(page, submitted, before, prefill, situations, context);
    var answers = taken.mine();
    if (submitted.containsKey(UPDATE)) return new PageOutcome.MoreToAsk(answers);

    var situation = situations.apply(answers);
    var shown = shown(page, submitted);
    var faults = new ArrayList<Fault>();
    for (var question : taken.contested()) {
      faults.add(changedElsewhere(page, question, before, context));
    }
    for (var question : taken.refused()) faults.add(notAsked(page, question, context));
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

  /**
   * Answers as a program sends them, all at once.
   *
   * @param before whose files stay
   * @param known what stands as it is known, whatever was sent
   */
  public Given given(
      FormDefinition form,
      Map<String, ?> sent,
      Answers before,
      Prefill known,
      FillingContext context) {
    var json = new JsonAnswers(reader, messages, context);
    var answers = withLocked(form, json.read(form, sent, before), known, context);
    var misfits = new ArrayList<>(json.misfits());
    var told = misfits.stream().map(Given.Misfit::question).collect(Collectors.toSet());
    misfits(form, answers, context).stream()
        .filter(misfit -> !told.contains(misfit.question()))
        .forEach(misfits::add);
    return new Given(answers, misfits);
  }

  /** As {@link #checkAll}, with where each fault is among the answers. */
  public List<Given.Misfit> misfits(FormDefinition form, Answers answers, FillingContext context) {
    return checkAll(form, answers, context).stream()
        .map(fault -> JsonAnswers.misfit(fault, form, answers))
        .toList();
  }

  /** The same of faults that were found before. */
  public List<Given.Misfit> misfits(FormDefinition form, Answers answers, List<Fault> faults) {
    return faults.stream().map(fault -> JsonAnswers.misfit(fault, form, answers)).toList();
  }

  /** A row's questions with their answers, for {@code forms/questions.jte}. */
  public PageQuestions askRow(
      FormDefinition form,
      QuestionType.Table table,
      Answers all,
      Answers row,
      List<Fault> faults,
      FillingContext context) {
    var around = form.situation(all, context.today());
    return showing.show(
        table.rows().firstPage(),
        row,
        faults,
        Prefill.none(),
        it -> around.row(table, it),
        context);
  }

  /** A page's questions with their answers, for {@code forms/questions.jte}. */
  public PageQuestions ask(
      FormDefinition form,
      FormPage page,
      Answers answers,
      List<Fault> faults,
      Prefill prefill,
      FillingContext context) {
    return showing.show(
        page, answers, faults, prefill, it -> form.situation(it, context.today()), context);
  }

  /** What is known, as answers to the questions that it is offered to. */
  public Prefill offers(FormPage page, Map<String, Known> facts, FillingContext context) {
    var offers = new TreeMap<String, Known>();
    for (var question : page.questions()) {
      var offer = question.prefill();
      var known = offer == null ? null : facts.get(offer.fact());
      if (known == null) continue;
      answer(question, known.value(), context)
          .ifPresent(answer -> offers.put(question.id(), known.with(answer)));
    }
    return new Prefill(offers);
  }

  private Optional<Object> answer(Question question, Object fact, FillingContext context) {
    if (question.type() instanceof QuestionType.File) return Optional.empty();
    if (question.type() instanceof QuestionType.Table table) return rows(table, fact, context);
    var value = fact instanceof Address address ? address.asMap() : fact;
    return reader.read(question.type(), Fields.of(question, value), context.today())
            instanceof Right(Object answer)
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** Of each row what its columns ask for; they are known by their names. */
  private Optional<Object> rows(QuestionType.Table table, Object fact, FillingContext context) {
    var rows = new ArrayList<TableRow>();
    for (var known : TableRow.list(fact)) {
      var answers = Answers.none();
      for (var column : table.columns()) {
        var value = known.answers().find(column.id());
        var answer = value.flatMap(it -> answer(column, it, context));
        if (answer.isPresent()) answers = answers.with(column.id(), answer.get());
      }
      if (!answers.isEmpty() && rows.size() < table.max()) {
        rows.add(
            new TableRow(TableRow.isId(known.id()) ? known.id() : TableRow.freshId(), answers));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.stream().map(TableRow::asMap).toList());
  }

  /** Whether nobody has answered anything on a page yet, so that something may be offered there. */
  public boolean isFresh(FormPage page, Answers answers, Prefill prefill) {
    return !Showing.isAnswered(page, answers, prefill);
  }

  /** The answers with all that stands as it is known. */
  public Answers withLocked(
      FormDefinition form, Answers answers, Prefill prefill, FillingContext context) {
    var all = answers;
    for (var page : form.pages()) {
      var situation = form.situation(all, context.today());
      for (var lock : Showing.locked(page, prefill, situation).entrySet()) {
        var asked = form.findQuestion(lock.getKey()).filter(situation::asks);
        if (asked.isPresent()) all = all.with(lock.getKey(), lock.getValue());
      }
    }
    return all;
  }

  /** The form to be filled in by hand. */
  public BlankForm blank(FormDefinition form, Language language) {
    return new BlankForm.Writing(form, messages, language).form();
  }

  /** When a paper is to be enclosed, in words; empty if always. */
  public Optional<String> encloseIf(
      FormDefinition form, @Nullable Expression condition, Language language) {
    return new BlankForm.Writing(form, messages, language)
        .onlyIf(condition, "forms.blank.encloseIf");
  }

  /** All answers as people read them. */
  public Summary summary(FormDefinition form, Answers answers, FillingContext context) {
    return summary(form, answers, Prefill.none(), context);
  }

  /** All answers as people read them, each with where it came from. */
  public Summary summary(
      FormDefinition form, Answers answers, Prefill prefill, FillingContext context) {
    return telling.summary(form, answers, null, prefill, context);
  }

  /** All answers as people read them, with what they were before where that was something else. */
  public Summary changes(
      FormDefinition form, Answers before, Answers now, Prefill prefill, FillingContext context) {
    return telling.summary(form, now, before, prefill, context);
  }

  /** All answers and computed values by their ids, ready to be put into a paper. */
  public Map<String, Told> told(FormDefinition form, Answers answers, FillingContext context) {
    return telling.told(form, answers, context);
  }

  /** One answer or computed value as people read it; empty if there is none. */
  public String text(FormDefinition form, String id, Answers answers, FillingContext context) {
    return telling.text(form, id, form.situation(answers, context.today()), answers, context);
  }

  /**
   * What somebody has typed so far, right or wrong, to be kept while he types on. What was changed
   * elsewhere meanwhile stays as it is there.
   */
  public Typed typed(
      FormDefinition form,
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      Prefill prefill,
      FillingContext context) {
    Function<Answers, Situation> situations = it -> form.situation(it, context.today());
    var taken = take(page, submitted, before, prefill, situations, context);
    var marks = new TreeMap<String, String>();
    for (var question : page.questions()) {
      if (!taken.contested().contains(question)) {
        marks.put(question.id(), Seen.mark(taken.theirs().find(question.id()).orElse(null)));
      }
    }
    return new Typed(
        taken.theirs(), marks, names(taken.contested(), context), names(taken.refused(), context));
  }

  private static List<String> names(List<Question> questions, FillingContext context) {
    return questions.stream().map(it -> it.name().in(context.language())).toList();
  }

  /**
   * All answers with what was sent from a page that the form no longer has, as far as its questions
   * are asked on other pages now and what was typed answers them.
   *
   * @param pages those that the sender may fill in
   */
  public Answers moved(
      FormDefinition form,
      List<FormPage> pages,
      MultiValueMap<String, String> submitted,
      Answers before,
      Prefill prefill,
      FillingContext context) {
    var answered =
        pages.stream()
            .flatMap(page -> page.questions().stream())
            .filter(question -> isTyped(question) && answers(question, submitted, context))
            .toList();
    var title = new Words("", "");
    Function<Answers, Situation> situations = it -> form.situation(it, context.today());
    return take(
            new FormPage("moved", title, null, null, answered),
            submitted,
            before,
            prefill,
            situations,
            context)
        .theirs();
  }

  private boolean answers(
      Question question, MultiValueMap<String, String> submitted, FillingContext context) {
    var fields = Fields.submitted(question, submitted);
    return reader.read(question.type(), fields, context.today()) instanceof Right;
  }

  /**
   * @param mine with everything as it was sent
   * @param theirs but with what others have changed meanwhile where both have
   * @param contested where both have
   * @param refused what the sender has changed and is not to be changed now
   */
  private record Taken(
      Answers mine, Answers theirs, List<Question> contested, List<Question> refused) {}

  /** What only others have changed meanwhile stays; what only the sender has is taken. */
  private Taken take(
      FormPage page,
      MultiValueMap<String, String> submitted,
      Answers before,
      Prefill prefill,
      Function<Answers, Situation> situations,
      FillingContext context) {
    var seen = Seen.of(submitted);
    var mine = before;
    var theirs = before;
    var contested = new ArrayList<Question>();
    var refused = new ArrayList<Question>();
    for (var question : page.questions()) {
      if (!isTyped(question)) continue;
      var id = question.id();
      var sent = with(question, Fields.submitted(question, submitted), before, context);
      var typed = sent.find(id).orElse(null);
      var now = before.find(id).orElse(null);
      if (prefill.isFixed(id)) {
        // It is not on the page; but an old page may still have it.
        boolean meant = typed != null && !typed.equals(now) && !seen.untouched(id, typed);
        if (meant) refused.add(question);
        continue;
      }
      var changed = seen.changedSince(id, now) && !Objects.equals(typed, now);
      if (changed && seen.untouched(id, typed)) continue;
      mine = typed == null ? mine.without(id) : mine.with(id, typed);
      if (changed) contested.add(question);
      else theirs = typed == null ? theirs.without(id) : theirs.with(id, typed);
    }
    var locked = Showing.locked(page, prefill, situations.apply(mine));
    for (var lock : locked.entrySet()) {
      mine = mine.with(lock.getKey(), lock.getValue());
      theirs = theirs.with(lock.getKey(), lock.getValue());
    }
    contested.removeIf(question -> locked.containsKey(question.id()));
    return new Taken(mine, theirs, contested, refused);
  }

  private Fault changedElsewhere(
      FormPage page, Question question, Answers now, FillingContext context) {
    var there = telling.text(question, now, context);
    var text =
        there.isEmpty()
            ? messages.text(context.language(), "forms.fault.emptied")
            : messages.text(context.language(), "forms.fault.changed", there);
    return fault(page, question, "", text);
  }

  private Fault notAsked(FormPage page, Question question, FillingContext context) {
    return fault(
        page,
        question,
        "",
        messages.text(context.language(), "forms.fault.not_asked", name(question, context)));
  }

  /** The others are not answered by what is typed on their page. */
  private static boolean isTyped(Question question) {
    return !(question.type() instanceof QuestionType.Table
        || question.type() instanceof QuestionType.File);
  }

  private Answers with(Question question, Fields fields, Answers answers, FillingContext context) {
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
    if (question.type() instanceof QuestionType.Table table) {
      return tableFaults(page, question, table, answers, situation, context);
    }
    if (question.type() instanceof QuestionType.File) {
      return answers.has(question.id()) || !question.required()
          ? List.of()
          : List.of(missing(page, question, context));
    }
    var fields =
        answers
            .find(question.id())
            .map(answer -> Fields.of(question, answer))
            .orElseGet(() -> new Fields(Map.of()));
    return switch (reader.read(question.type(), fields, context.today())) {
      case Blank blank when question.required() -> List.of(missing(page, question, context));
      case Blank blank -> List.of();
      case Wrong wrong -> List.of(wrong(page, question, wrong, context));
      case Right right -> failed(page, question, situation, context);
    };
  }

  private static List<Fault> failed(
      FormPage page, Question question, Situation situation, FillingContext context) {
    return question.checks().stream()
        .filter(check -> check.that().failsIn(situation))
        .map(check -> fault(page, question, "", check.otherwise().in(context.language())))
        .toList();
  }

  /** How many there are; each row for itself; all of them together. */
  private List<Fault> tableFaults(
      FormPage page,
      Question question,
      QuestionType.Table table,
      Answers answers,
      Situation situation,
      FillingContext context) {
    var rows = answers.rows(question.id());
    if (rows.isEmpty() && !question.required()) return List.of();
    if (rows.size() < table.min() || rows.size() > table.max()) {
      var key = rows.isEmpty() ? "forms.fault.rows.none" : "forms.fault.rows";
      var each = Typing.inSentence(table.each().in(context.language()));
      var text =
          messages.text(context.language(), key, each, table.min(), table.max(), rows.size());
      return List.of(fault(page, question, "", text));
    }
    var faults = new ArrayList<Fault>();
    for (var place = 0; place < rows.size(); place++) {
      faults.addAll(rowFaults(page, question, table, rows.get(place), place, situation, context));
    }
    return faults.isEmpty() ? failed(page, question, situation, context) : faults;
  }

  private List<Fault> rowFaults(
      FormPage page,
      Question question,
      QuestionType.Table table,
      TableRow row,
      int place,
      Situation around,
      FillingContext context) {
    var situation = around.row(table, row.answers());
    var inner = table.rows().firstPage();
    return inner.questions().stream()
        .filter(situation::asks)
        .flatMap(column -> faults(inner, column, row.answers(), situation, context).stream())
        .map(
            fault ->
                new Fault(
                    page.id(),
                    question.id(),
                    RowView.anchor(question.id(), row.id()),
                    messages.text(
                        context.language(),
                        "forms.fault.row",
                        table.each().in(context.language()),
                        place + 1,
                        fault.text())))
        .toList();
  }

  private Fault missing(FormPage page, Question question, FillingContext context) {
    var key =
        switch (question.type()) {
          case QuestionType.OneOf o -> "forms.fault.missing.choice";
          case QuestionType.SeveralOf o -> "forms.fault.missing.several";
          case QuestionType.File f -> "forms.fault.missing.file";
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
