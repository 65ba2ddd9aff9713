package org.motcua.forms;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.ui.FieldError;

/** What a page shows: its questions with their answers and faults. */
public record PageQuestions(
    String pageId,
    String title,
    @Nullable String intro,
    List<AskedQuestion> questions,
    List<Fault> faults) {

  public PageQuestions {
    questions = List.copyOf(questions);
    faults = List.copyOf(faults);
  }

  /**
   * For a reader to whom the questions were not put.
   *
   * @param names by the id of the question
   */
  public PageQuestions called(UnaryOperator<String> names) {
    var called = questions.stream().map(asked -> asked.called(names.apply(asked.id()))).toList();
    return new PageQuestions(pageId, title, intro, called, faults);
  }

  /** For {@code ui/errorSummary.jte}. */
  public List<FieldError> errors() {
    return faults.stream().map(fault -> new FieldError(fault.fieldId(), fault.text())).toList();
  }

  /** Whether answers on this page make questions come and go. */
  public boolean changing() {
    return questions.stream().anyMatch(question -> question.condition() != null);
  }

  /** Whether a file goes with the page. */
  public boolean hasFiles() {
    return questions.stream().anyMatch(question -> question.type() instanceof QuestionType.File);
  }

  public boolean prefilled() {
    return questions.stream().anyMatch(AskedQuestion::prefilled);
  }
}
