package org.motcua.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param id names the answer everywhere, such as {@code child.name}
 * @param name what the answer is called in a summary or a fault, where the label is a whole
 *     question
 * @param when the condition under which it is asked; always, if there is none
 * @param prefill what is offered as the answer, if anything
 * @param fact what the answer is to other services, which may offer it again
 */
public record Question(
    String id,
    QuestionType type,
    Words label,
    Words name,
    @Nullable Words hint,
    boolean required,
    @Nullable Expression when,
    List<Check> checks,
    @Nullable Offer prefill,
    @Nullable String fact) {

  public Question {
    checks = List.copyOf(checks);
  }

  /**
   * A known fact offered as the answer.
   *
   * @param fact its name, such as {@code account.name}
   * @param when the condition under which it is this one's: the applicant may be the mother
   * @param locked whether it stands as it is known, if it is verified
   */
  public record Offer(String fact, @Nullable Expression when, boolean locked) {

    public boolean holdsIn(Situation situation) {
      return when == null || when.holdsIn(situation);
    }
  }

  /** What must hold for the answer to be taken, and what is said when it does not. */
  public record Check(Expression that, Words otherwise) {}
}
