package org.motcua.catalogue.guiding;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.TimeUnit;
import org.motcua.catalogue.ProcedureCode;

/**
 * What a procedure asks of whom: the questions, and which papers, fees, times and offices follow
 * from the answers. Its file is described in {@code seed/catalogue/checklists/README.md}.
 *
 * @param fees all that match are told
 * @param times the first that matches counts
 * @param where the first that matches counts
 * @param tests answers of one person and what must come of them
 */
public record ChecklistRules(
    ProcedureCode procedure,
    List<Question> questions,
    List<Paper> papers,
    List<Fee> fees,
    List<Time> times,
    List<Place> where,
    List<Note> notes,
    List<RuleTest> tests) {

  public ChecklistRules {
    required(procedure, "procedure");
    questions = present(questions);
    papers = present(papers);
    fees = present(fees);
    times = present(times);
    where = present(where);
    notes = present(notes);
    tests = present(tests);
  }

  /** What one person needs; empty where no time or no office is given for these answers. */
  Optional<Checklist> forAnswers(Map<String, String> answers) {
    return times.stream()
        .filter(time -> time.when().holds(answers))
        .findFirst()
        .flatMap(
            time ->
                where.stream()
                    .filter(place -> place.when().holds(answers))
                    .findFirst()
                    .map(place -> list(answers, time, place)));
  }

  private Checklist list(Map<String, String> answers, Time time, Place place) {
    return new Checklist(
        papers.stream().filter(paper -> paper.when().holds(answers)).toList(),
        fees.stream().filter(fee -> fee.when().holds(answers)).toList(),
        time,
        place,
        notes.stream().filter(note -> note.when().holds(answers)).toList());
  }

  /**
   * @param when asked only then, on the answers of questions above it
   */
  public record Question(
      String id,
      String ask,
      @Nullable String askEnglish,
      @Nullable String hint,
      @Nullable String hintEnglish,
      List<Choice> choices,
      Condition when) {

    public Question {
      required(id, "id");
      required(ask, "ask");
      choices = present(choices);
      when = orAlways(when);
    }

    public Words words() {
      return new Words(ask, askEnglish);
    }

    public @Nullable Words explained() {
      return Words.of(hint, hintEnglish);
    }

    Optional<Choice> choice(String value) {
      return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }
  }

  public record Choice(
      String value,
      String label,
      @Nullable String labelEnglish,
      @Nullable String hint,
      @Nullable String hintEnglish) {

    public Choice {
      required(value, "value");
      required(label, "label");
    }

    public Words words() {
      return new Words(label, labelEnglish);
    }

    public @Nullable Words explained() {
      return Words.of(hint, hintEnglish);
    }
  }

  /**
   * @param group a heading under which it stands, for lists that are not sorted out by a question
   * @param show shown to the officer and taken home again
   */
  public record Paper(
      String id,
      String name,
      @Nullable String nameEnglish,
      @Nullable String hint,
      @Nullable String hintEnglish,
      @Nullable String group,
      int originals,
      int copies,
      @Nullable String form,
      @Nullable String formAddress,
      boolean show,
      Condition when) {

    public Paper {
      required(id, "id");
      required(name, "name");
      when = orAlways(when);
    }

    public Words words() {
      return new Words(name, nameEnglish);
    }

    public @Nullable Words explained() {
      return Words.of(hint, hintEnglish);
    }
  }

  /**
   * @param dong null where each province sets its own; zero is free of charge
   */
  public record Fee(
      @Nullable Long dong, @Nullable String note, @Nullable String noteEnglish, Condition when) {

    public Fee {
      when = orAlways(when);
    }

    public @Nullable Words words() {
      return Words.of(note, noteEnglish);
    }
  }

  /**
   * @param amount null where no time is to be waited, or none is set; the note says which
   * @param countedFromMorningUntil whole days count: what comes in before this hour counts from
   *     that morning, what comes later from the next
   */
  public record Time(
      @Nullable Integer amount,
      @Nullable TimeUnit unit,
      @Nullable LocalTime countedFromMorningUntil,
      @Nullable String note,
      @Nullable String noteEnglish,
      Condition when) {

    public Time {
      when = orAlways(when);
    }

    public @Nullable Words words() {
      return Words.of(note, noteEnglish);
    }
  }

  /**
   * @param at see {@link Office}
   * @param office how the office is called there, {@code {place}} being the unit's name: {@code
   *     Công an {place}}; null where it is the committee or department itself
   * @param text which of them receives, in words
   * @param ask asks for the place that decides it, where that is not simply where the reader lives
   */
  public record Place(
      String at,
      @Nullable String office,
      @Nullable String officeEnglish,
      @Nullable String text,
      @Nullable String textEnglish,
      @Nullable String ask,
      @Nullable String askEnglish,
      Condition when) {

    public Place {
      required(at, "at");
      when = orAlways(when);
    }

    Office receiving() {
      return Office.parse(at).orElseThrow(() -> new IllegalStateException("No such office: " + at));
    }

    @Nullable Words question() {
      return Words.of(ask, askEnglish);
    }

    @Nullable Words officeWords() {
      return Words.of(office, officeEnglish);
    }

    public @Nullable Words words() {
      return Words.of(text, textEnglish);
    }
  }

  public record Note(String text, @Nullable String textEnglish, Condition when) {

    public Note {
      required(text, "text");
      when = orAlways(when);
    }

    public Words words() {
      return new Words(text, textEnglish);
    }
  }

  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static Condition orAlways(@Nullable Condition condition) {
    return condition == null ? Condition.ALWAYS : condition;
  }

  /** Jackson leaves null what a file leaves out; it says where, this says what. */
  private static void required(@Nullable Object value, String name) {
    Objects.requireNonNull(value, () -> "'" + name + "' is missing");
  }
}
