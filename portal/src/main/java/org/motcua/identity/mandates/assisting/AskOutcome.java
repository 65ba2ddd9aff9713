package org.motcua.identity.mandates.assisting;

import java.util.UUID;
import org.motcua.platform.web.ui.FieldErrors;

/** What comes of an officer's request. */
sealed interface AskOutcome {

  record Asked(UUID id) implements AskOutcome {}

  /**
   * @param newcomer nobody has this number yet: the rest is needed, too
   */
  record Wrong(FieldErrors errors, boolean newcomer) implements AskOutcome {}

  record TooManyCodes() implements AskOutcome {}
}
