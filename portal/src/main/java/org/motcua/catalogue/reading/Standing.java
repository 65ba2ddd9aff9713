package org.motcua.catalogue.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.model.Version;

/** How a text stands to the day on which it is read. */
public sealed interface Standing {

  /**
   * @param coming published ahead and next to take this one's place, if any
   */
  record InForce(Version version, @Nullable Version coming) implements Standing {}

  /** It has been replaced since. */
  record Earlier(Version version, LocalDate until) implements Standing {}

  /** Its day is still to come. */
  record Coming(Version version) implements Standing {}

  /** The last text of a procedure that no longer exists. */
  record Abolished(Version version) implements Standing {}

  /**
   * Not published: an editor looks at his draft.
   *
   * @param desk the address where it is being written
   */
  record Draft(String desk) implements Standing {}
}
