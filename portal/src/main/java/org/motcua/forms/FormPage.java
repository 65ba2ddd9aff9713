package org.motcua.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked at once. */
public record FormPage(
    String id,
    Words title,
    @Nullable Words intro,
    @Nullable Expression when,
    List<Question> questions) {

  public FormPage {
    questions = List.copyOf(questions);
  }
}
