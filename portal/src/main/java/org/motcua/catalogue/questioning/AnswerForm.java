package org.motcua.catalogue.questioning;

import java.util.ArrayList;
import java.util.List;
import org.motcua.catalogue.questioning.DeskOutcome.Fault;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.Texts;

/**
 * What an officer writes.
 *
 * @param version the question as it was when the form was made
 * @param then what the pressed button says
 */
public record AnswerForm(
    String question,
    String answer,
    String questionEnglish,
    String answerEnglish,
    boolean toBeConfirmed,
    int version,
    Then then) {

  public static final int LONGEST_QUESTION = 2000;
  public static final int LONGEST_ANSWER = 10_000;

  public enum Then {
    SAVE,
    HAND_OVER,
    PUBLISH
  }

  public AnswerForm {
    question = Typed.text(question);
    answer = Typed.text(answer);
    questionEnglish = Typed.text(questionEnglish);
    answerEnglish = Typed.text(answerEnglish);
  }

  static AnswerForm of(Question question) {
    var texts = question.workingTexts();
    return new AnswerForm(
        texts.question(),
        texts.answer(),
        texts.questionEnglish() == null ? "" : texts.questionEnglish(),
        texts.answerEnglish() == null ? "" : texts.answerEnglish(),
        texts.toBeConfirmed(),
        question.revision().number(),
        Then.SAVE);
  }

  AnswerForm onTopOf(int version) {
    return new AnswerForm(
        question, answer, questionEnglish, answerEnglish, toBeConfirmed, version, then);
  }

  Texts texts() {
    return new Texts(question, answer, questionEnglish, answerEnglish, toBeConfirmed);
  }

  /** A draft may be unfinished, but never too long. */
  List<Fault> faultsOfDraft() {
    var faults = new ArrayList<Fault>();
    addIfLonger(faults, "question", question, LONGEST_QUESTION);
    addIfLonger(faults, "answer", answer, LONGEST_ANSWER);
    addIfLonger(faults, "questionEnglish", questionEnglish, LONGEST_QUESTION);
    addIfLonger(faults, "answerEnglish", answerEnglish, LONGEST_ANSWER);
    return faults;
  }

  /** What everybody reads is whole, in Vietnamese at least. */
  List<Fault> faults() {
    var faults = new ArrayList<>(faultsOfDraft());
    if (question.isEmpty()) faults.add(new Fault("question", "empty"));
    if (answer.isEmpty()) faults.add(new Fault("answer", "empty"));
    if (texts().halfEnglish()) {
      var missing = questionEnglish.isEmpty() ? "questionEnglish" : "answerEnglish";
      faults.add(new Fault(missing, "half"));
    }
    return faults;
  }

  private static void addIfLonger(List<Fault> faults, String field, String text, int longest) {
    if (text.length() > longest) faults.add(new Fault(field, "long"));
  }
}
