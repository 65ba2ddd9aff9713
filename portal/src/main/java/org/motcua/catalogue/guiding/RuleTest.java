package org.motcua.catalogue.guiding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.guiding.ChecklistRules.Paper;

/** One person's answers and what must come of them, as written in the rules' own file. */
public record RuleTest(String name, Map<String, String> answers, Expectation expect) {

  public RuleTest {
    Objects.requireNonNull(name, "'name' is missing");
    Objects.requireNonNull(expect, "'expect' is missing");
    answers = answers == null ? Map.of() : Map.copyOf(answers);
  }

  /**
   * @param papers their ids in order
   * @param dong the sum of the fees that have a number; null if that is not looked at
   * @param feeByProvince whether a fee that each province sets is among them
   * @param time such as {@code 1 WORKING_DAYS}; {@code none} where there is no number
   */
  public record Expectation(
      List<String> papers,
      @Nullable Long dong,
      @Nullable Boolean feeByProvince,
      @Nullable String time,
      @Nullable String at) {

    public Expectation {
      papers = papers == null ? List.of() : List.copyOf(papers);
    }
  }

  /** What is otherwise than expected; nothing where all is well. */
  List<String> failures(ChecklistRules rules) {
    var walk = Walk.through(rules.questions(), answers, null);
    var next = walk.next();
    if (next != null) {
      return List.of(
          "test '%s': question '%s' has no answer out of its choices".formatted(name, next.id()));
    }
    var superfluous = answers.keySet().stream().filter(id -> !walk.answers().containsKey(id));
    var failures =
        new ArrayList<>(
            superfluous
                .sorted()
                .map(id -> "test '%s' answers '%s', which is not asked".formatted(name, id))
                .toList());
    rules
        .forAnswers(walk.answers())
        .ifPresentOrElse(
            list -> compare(list, failures),
            () -> failures.add("test '%s' finds no time or no office".formatted(name)));
    return failures;
  }

  private void compare(Checklist list, List<String> failures) {
    var dong = expect.dong();
    var byProvince = expect.feeByProvince();
    var time = expect.time();
    var at = expect.at();
    compare("papers", expect.papers(), list.papers().stream().map(Paper::id).toList(), failures);
    if (dong != null) compare("dong", dong, list.dong(), failures);
    if (byProvince != null) {
      compare("feeByProvince", byProvince, list.feeByProvince(), failures);
    }
    if (time != null) compare("time", time, spelled(list.time()), failures);
    if (at != null) compare("at", at, list.place().at(), failures);
  }

  private void compare(String what, Object expected, Object found, List<String> failures) {
    if (!expected.equals(found)) {
      failures.add("test '%s' expects %s %s, but gets %s".formatted(name, what, expected, found));
    }
  }

  private static String spelled(ChecklistRules.Time time) {
    return time.amount() == null ? "none" : time.amount() + " " + time.unit();
  }
}
