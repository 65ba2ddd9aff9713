package org.motcua.catalogue.guiding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.guiding.ChecklistRules.Choice;
import org.motcua.catalogue.guiding.ChecklistRules.Question;

/**
 * How far somebody has come through the questions.
 *
 * @param next the one to ask now; null when all are answered
 * @param unknown whether what was sent for {@code next} is none of its choices
 */
record Walk(List<Answered> answered, @Nullable Question next, boolean unknown) {

  record Answered(Question question, Choice choice) {}

  /**
   * Answers to questions that these answers do not lead to are passed over: whoever changes an
   * early answer may leave some behind.
   *
   * @param again the question at which to stop although it is answered
   */
  static Walk through(List<Question> questions, Map<String, String> given, @Nullable String again) {
    var answered = new ArrayList<Answered>();
    var answers = new LinkedHashMap<String, String>();
    for (var question : questions) {
      if (!question.when().holds(answers)) continue;
      var value = given.getOrDefault(question.id(), "");
      var choice = question.choice(value);
      if (choice.isEmpty()) return new Walk(answered, question, !value.isEmpty());
      if (question.id().equals(again)) return new Walk(answered, question, false);
      answered.add(new Answered(question, choice.get()));
      answers.put(question.id(), value);
    }
    return new Walk(answered, null, false);
  }

  /** In the order of the questions. */
  Map<String, String> answers() {
    var answers = new LinkedHashMap<String, String>();
    for (var each : answered) answers.put(each.question().id(), each.choice().value());
    return answers;
  }
}
