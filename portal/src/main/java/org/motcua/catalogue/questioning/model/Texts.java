package org.motcua.catalogue.questioning.model;

import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;

/**
 * Question and answer as they are to be read. Vietnamese counts; English is a courtesy, shown only
 * where both halves of it are there.
 *
 * @param toBeConfirmed whoever wrote the answer could not confirm it; shown as such, never hidden
 */
public record Texts(
    String question,
    String answer,
    @Nullable String questionEnglish,
    @Nullable String answerEnglish,
    boolean toBeConfirmed) {

  public Texts {
    questionEnglish = blankToNull(questionEnglish);
    answerEnglish = blankToNull(answerEnglish);
  }

  /** Where an answer begins: at the words of whoever asked. */
  public static Texts unanswered(String question) {
    return new Texts(question, "", null, null, false);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  public boolean inEnglish() {
    return questionEnglish != null && answerEnglish != null;
  }

  /** One half of English without the other cannot be read. */
  public boolean halfEnglish() {
    return (questionEnglish == null) != (answerEnglish == null);
  }

  /** In which language {@link #question} and {@link #answer} come then. */
  public Language languageFor(Language reader) {
    return inEnglish() ? reader : Language.VIETNAMESE;
  }

  public String question(Language language) {
    return language == Language.ENGLISH && inEnglish() && questionEnglish != null
        ? questionEnglish
        : question;
  }

  public String answer(Language language) {
    return language == Language.ENGLISH && inEnglish() && answerEnglish != null
        ? answerEnglish
        : answer;
  }
}
