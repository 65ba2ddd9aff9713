package org.motcua.catalogue.questioning;

import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionState;
import org.motcua.catalogue.questioning.model.QuestionState.Refused;

/**
 * What whoever asked may know of his question.
 *
 * @param agency name of the one that answers
 */
public record AskedView(Question question, @Nullable Procedure procedure, String agency) {

  public @Nullable String refusal() {
    return question.state() instanceof Refused refused ? refused.reason() : null;
  }

  public boolean published() {
    return question.state().name() == QuestionState.Name.PUBLISHED;
  }

  public boolean waits() {
    return question.state().name().open();
  }
}
