package org.motcua.forms;

import java.util.List;

/** What a page shows: its questions with their answers and faults, and the faults all together. */
public record PageQuestions(
    String pageId, String title, String intro, List<AskedQuestion> questions, List<Fault> faults) {

  public PageQuestions {
    questions = List.copyOf(questions);
    faults = List.copyOf(faults);
  }
}
