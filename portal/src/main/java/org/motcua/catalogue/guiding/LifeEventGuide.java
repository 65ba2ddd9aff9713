package org.motcua.catalogue.guiding;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;

/**
 * What a moment in life asks of people, in the order in which it comes.
 *
 * @param notes what is good to know besides
 */
public record LifeEventGuide(
    String introduction, @Nullable String introductionEnglish, List<Step> steps, List<Note> notes) {

  public LifeEventGuide {
    Objects.requireNonNull(introduction, "'introduction' is missing");
    steps = steps == null ? List.of() : List.copyOf(steps);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  public Words words() {
    return new Words(introduction, introductionEnglish);
  }

  /**
   * @param procedure null for what is done without one, such as asking the clinic for a paper
   * @param title needed where there is no procedure to name it
   */
  public record Step(
      @Nullable ProcedureCode procedure,
      @Nullable String title,
      @Nullable String titleEnglish,
      @Nullable String when,
      @Nullable String whenEnglish,
      String why,
      @Nullable String whyEnglish) {

    public Step {
      Objects.requireNonNull(why, "'why' is missing");
      if (procedure == null) Objects.requireNonNull(title, "'procedure' or 'title' is missing");
    }

    public @Nullable Words named() {
      return Words.of(title, titleEnglish);
    }

    public @Nullable Words timed() {
      return Words.of(when, whenEnglish);
    }

    public Words explained() {
      return new Words(why, whyEnglish);
    }
  }

  public record Note(String text, @Nullable String textEnglish) {
    public Note {
      Objects.requireNonNull(text, "'text' is missing");
    }

    public Words words() {
      return new Words(text, textEnglish);
    }
  }
}
