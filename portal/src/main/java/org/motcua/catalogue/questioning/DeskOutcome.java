package org.motcua.catalogue.questioning;

import java.util.List;
import org.motcua.catalogue.questioning.model.Question;

/** Every answer an officer can get who does something to a question. */
sealed interface DeskOutcome {

  /** It is done, now or by an earlier click. */
  record Done(Question question) implements DeskOutcome {}

  /** For this officer there is no such question. */
  record NoSuchQuestion() implements DeskOutcome {}

  /** Somebody else was quicker; nothing of this officer's was kept yet. */
  record ChangedMeanwhile(Question now) implements DeskOutcome {}

  /** As it stands, this cannot be done. */
  record NotNow(Question now) implements DeskOutcome {}

  /** Four eyes: who wrote an answer alone does not publish it. His text was kept. */
  record NeedsSomebodyElse(Question now) implements DeskOutcome {}

  /**
   * @param faults ids of the fields and what is missing there
   */
  record Incomplete(Question now, List<Fault> faults) implements DeskOutcome {}

  record Fault(String field, String what) {}
}
