package org.motcua.forms;

import java.util.List;
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
