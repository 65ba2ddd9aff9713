package org.motcua.catalogue.questioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.questioning.model.Act;
import org.motcua.catalogue.questioning.model.PublishedQuestion;
import org.motcua.catalogue.questioning.model.Question;
import org.motcua.catalogue.questioning.model.QuestionState.Refused;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.TimelineEntry;

/**
 * One question as the officer sees who works on it.
 *
 * @param late whether the time for an answer is over
 * @param mayPublish whether what stands there now may be published by this very officer
 * @param read how it is read in public, with its voices
 * @param agencies to which it can be forwarded
 * @param lastBy who changed it last
 */
public record AnsweringView(
    Question question,
    boolean late,
    boolean mayPublish,
    @Nullable Procedure procedure,
    String agency,
    @Nullable String province,
    @Nullable Contact contact,
    @Nullable PublishedQuestion read,
    List<TimelineEntry> history,
    List<Choice> agencies,
    String lastBy) {

  public boolean can(Act act) {
    return question.allows(act);
  }

  public @Nullable String refusal() {
    return question.state() instanceof Refused refused ? refused.reason() : null;
  }
}
