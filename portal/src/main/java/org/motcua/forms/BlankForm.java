package org.motcua.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;

/** A form to be filled in by hand: all that it may ask, with when each part is to be answered. */
public record BlankForm(List<Section> sections) {

  public BlankForm {
    sections = List.copyOf(sections);
  }

  /**
   * @param onlyIf when it is to be filled in, if not always
   */
  public record Section(
      String title, @Nullable String intro, @Nullable String onlyIf, List<Asked> questions) {

    public Section {
      questions = List.copyOf(questions);
    }
  }

  /**
   * @param choices what can be ticked, or stands in a list to choose from
   * @param columns of a table
   */
  public record Asked(
      QuestionType type,
      String label,
      @Nullable String hint,
      boolean optional,
      @Nullable String onlyIf,
      List<String> choices,
      List<Asked> columns) {

    /** More than these do not help on paper: the answer is written. */
    private static final int TICKED_AT_MOST = 16;

    /** Longer numbers are written on a line. */
    private static final int BOXES_AT_MOST = 7;

    public boolean ticked() {
      return !choices.isEmpty() && choices.size() <= TICKED_AT_MOST;
    }

    /** Short words stand beside each other. */
    public boolean beside() {
      return choices.stream().mapToInt(String::length).sum() <= 60;
    }

    /** One box for each digit of the greatest number; 0 where there would be too many. */
    public int digits() {
      if (!(type instanceof QuestionType.WholeNumber number)) return 0;
      var digits = Long.toString(number.max()).length();
      return digits <= BOXES_AT_MOST ? digits : 0;
    }

    /** As many empty rows as a page bears, and no more than there may be. */
    public int rows() {
      return type instanceof QuestionType.Table table ? Math.min(6, table.max()) : 0;
    }
  }

  /** Puts a form's questions into words for paper. */
  static final class Writing {

    private final FormDefinition form;
    private final Messages messages;
    private final Language language;

    Writing(FormDefinition form, Messages messages, Language language) {
      this.form = form;
      this.messages = messages;
      this.language = language;
    }

    BlankForm form() {
      var sections = new ArrayList<Section>();
      for (var page : form.pages()) {
        sections.add(
            new Section(
                page.title().in(language),
                page.intro() == null ? null : page.intro().in(language),
                onlyIf(page.when()).orElse(null),
                page.questions().stream().map(this::asked).toList()));
      }
      return new BlankForm(sections);
    }

    private Asked asked(Question question) {
      var type = question.type();
      return new Asked(
          type,
          question.label().in(language),
          question.hint() == null ? null : question.hint().in(language),
          !question.required(),
          onlyIf(question.when()).orElse(null),
          type instanceof QuestionType.Choosing choosing
              ? choosing.choices().stream().map(choice -> choice.label().in(language)).toList()
              : List.of(),
          type instanceof QuestionType.Table table
              ? table.columns().stream().map(this::column).toList()
              : List.of());
    }

    private Asked column(Question column) {
      return new Asked(
          column.type(),
          column.name().in(language),
          null,
          !column.required(),
          null,
          List.of(),
          List.of());
    }

    /** What has no words of its own is told in general. */
    Optional<String> onlyIf(@Nullable Expression condition) {
      return onlyIf(condition, "forms.blank.onlyIf");
    }

    /**
     * @param key of the words around the condition; with {@code .some}, of those where it has none
     */
    Optional<String> onlyIf(@Nullable Expression condition, String key) {
      if (condition == null) return Optional.empty();
      return Optional.of(
          ConditionWords.of(form, condition, messages, language)
              .map(words -> messages.text(language, key, words))
              .orElseGet(() -> messages.text(language, key + ".some")));
    }
  }
}
