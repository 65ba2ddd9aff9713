package org.motcua.catalogue.questioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.questioning.model.Texts;

/** A file of {@code seed/catalogue/questions}: what people ask about one procedure. */
record QuestionFile(@Nullable ProcedureCode procedure, List<Entry> questions) {

  QuestionFile {
    if (questions == null || questions.isEmpty()) {
      throw new IllegalArgumentException("questions: there are none");
    }
    if (questions.stream().map(Entry::id).distinct().count() < questions.size()) {
      throw new IllegalArgumentException("questions: an id is given twice");
    }
  }

  /**
   * @param id unique in its file; a changed text under the same id replaces the earlier one
   * @param agency code of who answered, or its full name
   */
  record Entry(
      String id,
      String agency,
      String question,
      String answer,
      @Nullable String questionEnglish,
      @Nullable String answerEnglish,
      boolean toBeConfirmed) {

    Entry {
      require("id", id);
      require("agency", agency);
      require("question", question);
      require("answer", answer);
    }

    private static void require(String name, @Nullable String value) {
      if (value == null || value.isBlank()) throw new IllegalArgumentException(name + ": missing");
    }

    private static @Nullable String stripped(@Nullable String text) {
      return text == null ? null : text.strip();
    }

    Texts texts() {
      return new Texts(
          question.strip(),
          answer.strip(),
          stripped(questionEnglish),
          stripped(answerEnglish),
          toBeConfirmed);
    }
  }
}
