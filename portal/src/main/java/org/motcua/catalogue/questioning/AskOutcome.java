package org.motcua.catalogue.questioning;

import java.util.List;
import org.motcua.catalogue.questioning.model.PublishedQuestion;

/** What becomes of a question somebody sends. */
sealed interface AskOutcome {

  /** It is there, now or since an earlier click. */
  record Asked(ReadKey key) implements AskOutcome {}

  /** Perhaps these answer it already; sent once more, it is asked all the same. */
  record AlikeExist(List<PublishedQuestion> alike) implements AskOutcome {}

  record TooMany() implements AskOutcome {}
}
