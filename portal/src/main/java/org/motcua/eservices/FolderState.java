package org.motcua.eservices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.yaml.Problem;

/**
 * How the folder of a service stands, for those who keep it.
 *
 * @param service what is offered today
 * @param next what will be offered later
 * @param since when it was last taken over as it is
 */
public record FolderState(
    String name,
    String place,
    State state,
    @Nullable OnlineService service,
    @Nullable OnlineService next,
    List<Problem> problems,
    Instant since) {

  public FolderState {
    problems = List.copyOf(problems);
  }

  /** What people get of it. */
  public enum State {
    OFFERED,
    /** All is right, but its day has not come or has passed. */
    NOT_IN_FORCE,
    /** Its files have a mistake; what was offered before still is. */
    FORMER_OFFERED,
    /** Its files have a mistake, and nothing of it is offered. */
    BROKEN
  }
}
