package org.motcua.forms;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.UnitPick;

/** Puts the questions of a page together with their answers, faults and offered answers. */
final class Showing {

  private final Places places;
  private final Telling telling;

  Showing(Places places, Telling telling) {
    this.places = places;
    this.telling = telling;
  }

  /**
   * @param situations what expressions see when these are the answers
   */
  PageQuestions show(
      FormPage page,
      Answers answers,
      List<Fault> faults,
      Prefill prefill,
      Function<Answers, Situation> situations,
      FillingContext context) {
    var offered = offered(page, answers, faults, prefill, situations.apply(answers));
    var all = answers;
    for (var offer : offered.entrySet()) all = all.with(offer.getKey(), offer.getValue());
    var locked = locked(page, prefill, situations.apply(all));
    for (var lock : locked.entrySet()) all = all.with(lock.getKey(), lock.getValue());
    var situation = situations.apply(all);

    var here = faults.stream().filter(fault -> fault.pageId().equals(page.id())).toList();
    var language = context.language();
    var complete = all;
    var questions =
        page.questions().stream()
            .map(
                question ->
                    asked(
                        question, complete, here, offered, locked, prefill, situation, page,
                        context))
            .filter(question -> question.shown() || question.condition() != null)
            .toList();
    var intro = page.intro();
    return new PageQuestions(
        page.id(),
        page.title().in(language),
        intro == null ? null : intro.in(language),
        questions,
        here);
  }

  /**
   * Answers are offered on a page that nobody has answered yet; what was emptied stays empty. Rows
   * that were known have been put into their table before.
   */
  private static Map<String, Object> offered(
      FormPage page, Answers answers, List<Fault> faults, Prefill prefill, Situation situation) {
    if (!faults.isEmpty() || isAnswered(page, answers, prefill)) return Map.of();
    var offered = new TreeMap<String, Object>();
    for (var question : page.questions()) {
      var offer = question.prefill();
      if (offer == null || !offer.holdsIn(situation) || isTable(question)) continue;
      if (prefill.isFixed(question.id())) continue;
      prefill.find(question.id()).ifPresent(known -> offered.put(question.id(), known.value()));
    }
    return offered;
  }

  static boolean isAnswered(FormPage page, Answers answers, Prefill prefill) {
    return page.questions().stream()
        .anyMatch(
            question ->
                answers.has(question.id())
                    && !(isTable(question) && prefill.find(question.id(), answers).isPresent())
                    && !prefill.isElsewhere(question.id()));
  }

  private static boolean isTable(Question question) {
    return question.type() instanceof QuestionType.Table;
  }

  /** What stands as it is known, whatever somebody sends. */
  static Map<String, Object> locked(FormPage page, Prefill prefill, Situation situation) {
    var locked = new TreeMap<String, Object>();
    for (var question : page.questions()) {
      if (prefill.isElsewhere(question.id())) {
        locked.put(question.id(), prefill.valueOf(question.id()));
        continue;
      }
      var offer = question.prefill();
      if (offer == null || !offer.locked() || !offer.holdsIn(situation)) continue;
      if (prefill.isFixed(question.id())) continue;
      prefill
          .find(question.id())
          .filter(Known::verified)
          .ifPresent(known -> locked.put(question.id(), known.value()));
    }
    return locked;
  }

  private AskedQuestion asked(
      Question question,
      Answers answers,
      List<Fault> faults,
      Map<String, Object> offered,
      Map<String, Object> locked,
      Prefill prefill,
      Situation situation,
      FormPage page,
      FillingContext context) {
    var language = context.language();
    var fields =
        question.type() instanceof QuestionType.Table
            ? Map.<String, String>of()
            : answers
                .find(question.id())
                .map(answer -> Fields.of(question, answer).values())
                .orElse(Map.of());
    var fault =
        faults.stream().filter(f -> f.questionId().equals(question.id())).findFirst().orElse(null);
    boolean fixed = prefill.isFixed(question.id());
    return new AskedQuestion(
        question.id(),
        question.type(),
        question.label().in(language),
        question.hint() == null ? null : question.hint().in(language),
        !question.required(),
        fields,
        fault == null ? null : fault.text(),
        fault == null ? "" : lastPart(question, fault),
        fixed ? null : prefill.find(question.id(), answers).map(Known::source).orElse(null),
        fixed || locked.containsKey(question.id())
            ? telling.text(question, answers, context)
            : null,
        situation.asks(question),
        ConditionScript.of(question, page, situation).orElse(null),
        choices(question, language),
        question.type() instanceof QuestionType.UnitAddress ? units(fields) : null,
        question.type() instanceof QuestionType.Table table
            ? telling.rows(question, table, answers, faults, situation, context)
            : null,
        Seen.mark(
            offered.containsKey(question.id()) ? null : answers.find(question.id()).orElse(null)));
  }

  private static String lastPart(Question question, Fault fault) {
    return Fields.names(question.type()).stream()
        .filter(name -> Fields.inputId(question, name).equals(fault.fieldId()))
        .findFirst()
        .orElse("");
  }

  private static List<Choice> choices(Question question, Language language) {
    var choices =
        switch (question.type()) {
          case QuestionType.Choosing choosing -> choosing.choices();
          case QuestionType.BankAccount account -> Banks.ALL;
          default -> List.<QuestionType.Choice>of();
        };
    return choices.stream()
        .map(
            choice ->
                new Choice(choice.value(), choice.label().in(language), hint(choice, language)))
        .toList();
  }

  private static @Nullable String hint(QuestionType.Choice choice, Language language) {
    return choice.hint() == null ? null : choice.hint().in(language);
  }

  private UnitPick units(Map<String, String> fields) {
    var province = fields.getOrDefault("province", "");
    var below = places.below(province);
    var withoutDistricts = below.stream().anyMatch(unit -> AnswerReader.isCommune(unit.value()));
    var district = fields.getOrDefault("district", "");
    var isHere = Places.find(below, district).isPresent();
    return new UnitPick(
        places.provinces(),
        province,
        withoutDistricts ? List.of() : below,
        district,
        withoutDistricts ? below : isHere ? places.below(district) : List.of(),
        fields.getOrDefault("commune", ""));
  }
}
