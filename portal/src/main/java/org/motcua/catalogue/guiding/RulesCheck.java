package org.motcua.catalogue.guiding;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.motcua.catalogue.guiding.ChecklistRules.Choice;
import org.motcua.catalogue.guiding.ChecklistRules.Paper;
import org.motcua.catalogue.guiding.ChecklistRules.Question;

/**
 * Looks for mistakes in a checklist's rules before anybody meets them: walks every way through the
 * questions, and runs the file's own tests.
 */
final class RulesCheck {

  /** Nobody answers that many questions; it also keeps the walk short. */
  private static final int MOST_WAYS = 50_000;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final ChecklistRules rules;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Set<String> faults = new TreeSet<>();
  private final Set<String> papersMet = new HashSet<>();
  private int ways;

  private RulesCheck(ChecklistRules rules) {
    this.rules = rules;
  }

  /** Every fault with what was expected instead; none where the rules hold. */
  static List<String> faults(ChecklistRules rules) {
    var check = new RulesCheck(rules);
    check.questions();
    check.lines();
    if (check.faults.isEmpty()) check.everyWay();
    if (check.faults.isEmpty()) check.tests();
    return List.copyOf(check.faults);
  }

  private void questions() {
    for (var question : rules.questions()) {
      var name = "question '" + question.id() + "'";
      id(question.id(), name);
      if (ChecklistAddress.RESERVED.contains(question.id())) {
        faults.add(name + ": this id is taken by the page itself, choose another");
      }
      // Before it is added itself, so that a condition can only look back: no cycle can arise.
      condition(question.when(), name);
      if (questions.put(question.id(), question) != null) {
        faults.add(name + " is there twice; expected ids that differ");
      }
      if (question.choices().size() < 2) {
        faults.add(name + " has fewer than two choices");
      }
      var values = new HashSet<String>();
      for (var choice : question.choices()) {
        id(choice.value(), name + ", choice '" + choice.value() + "'");
        if (!values.add(choice.value())) {
          faults.add(name + " has the choice '" + choice.value() + "' twice");
        }
      }
    }
  }

  private void lines() {
    var ids = new HashSet<String>();
    for (var paper : rules.papers()) {
      var name = "paper '" + paper.id() + "'";
      id(paper.id(), name);
      if (!ids.add(paper.id())) faults.add(name + " is there twice; expected ids that differ");
      if (paper.originals() < 0 || paper.copies() < 0) {
        faults.add(name + ": expected originals and copies of 0 or more");
      }
      condition(paper.when(), name);
    }
    lines(rules.fees(), "fee", ChecklistRules.Fee::when);
    lines(rules.times(), "time", ChecklistRules.Time::when);
    lines(rules.where(), "where", ChecklistRules.Place::when);
    lines(rules.notes(), "note", ChecklistRules.Note::when);
    for (var place : rules.where()) {
      if (Office.parse(place.at()).isEmpty()) {
        faults.add("where: 'at: %s'; expected one of %s".formatted(place.at(), Office.spellings()));
      }
    }
    for (var time : rules.times()) {
      if ((time.amount() == null) != (time.unit() == null)) {
        faults.add("time: expected both amount and unit, or neither with a note");
      }
      if (time.amount() == null && time.note() == null) {
        faults.add("time without an amount: expected a note that says why");
      }
    }
    for (var fee : rules.fees()) {
      var dong = fee.dong();
      if (dong != null && dong < 0) faults.add("fee of " + dong + " dong: expected 0 or more");
    }
  }

  private <T> void lines(List<T> lines, String what, Function<T, Condition> when) {
    for (var each = 0; each < lines.size(); each++) {
      condition(when.apply(lines.get(each)), what + " " + (each + 1));
    }
  }

  private void condition(Condition condition, String where) {
    condition
        .wanted()
        .forEach(
            (id, values) -> {
              var question = questions.get(id);
              if (question == null) {
                faults.add(
                    where
                        + ": no question '%s' above it; expected one of %s"
                            .formatted(id, String.join(", ", questions.keySet())));
                return;
              }
              for (var value : values) {
                if (question.choice(value).isEmpty()) {
                  faults.add(
                      where
                          + ": '%s' is no answer to '%s'; expected one of %s"
                              .formatted(value, id, values(question)));
                }
              }
            });
  }

  private void id(String id, String where) {
    if (!ID.matcher(id).matches()) {
      faults.add(where + ": expected small letters, digits and hyphens, a letter first");
    }
  }

  private void everyWay() {
    walk(0, new LinkedHashMap<>());
    rules.papers().stream()
        .map(Paper::id)
        .filter(id -> !papersMet.contains(id))
        .forEach(id -> faults.add("paper '" + id + "' is needed on no way through the questions"));
  }

  private void walk(int from, Map<String, String> answers) {
    if (ways > MOST_WAYS) return;
    for (var at = from; at < rules.questions().size(); at++) {
      var question = rules.questions().get(at);
      if (!question.when().holds(answers)) continue;
      for (var choice : question.choices()) {
        var next = new LinkedHashMap<>(answers);
        next.put(question.id(), choice.value());
        walk(at + 1, next);
      }
      return;
    }
    end(answers);
  }

  private void end(Map<String, String> answers) {
    if (++ways > MOST_WAYS) {
      faults.add("more than %d ways through the questions; expected fewer".formatted(MOST_WAYS));
      return;
    }
    if (rules.times().stream().noneMatch(time -> time.when().holds(answers))) {
      faults.add("no time for %s; expected a last one without 'when'".formatted(answers));
    }
    if (rules.where().stream().noneMatch(place -> place.when().holds(answers))) {
      faults.add("no place for %s; expected a last one without 'when'".formatted(answers));
    }
    if (rules.fees().stream().noneMatch(fee -> fee.when().holds(answers))) {
      faults.add("no fee for %s; expected 'dong: 0' where it is free".formatted(answers));
    }
    rules.papers().stream()
        .filter(paper -> paper.when().holds(answers))
        .map(Paper::id)
        .forEach(papersMet::add);
  }

  private void tests() {
    if (rules.tests().isEmpty()) faults.add("no tests; expected at least one");
    rules.tests().forEach(test -> faults.addAll(test.failures(rules)));
  }

  private static String values(Question question) {
    return question.choices().stream().map(Choice::value).collect(joining(", "));
  }
}
