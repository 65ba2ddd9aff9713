package org.motcua.dossiers.model;

import java.util.List;
import org.motcua.forms.Words;

/**
 * A draft that was begun under an earlier version of its service and goes on under a newer one.
 *
 * @param aside the answers that did not fit any more, as people read them
 */
public record CarriedOver(int fromVersion, int toVersion, List<Aside> aside) {

  public CarriedOver {
    aside = List.copyOf(aside);
  }

  /** An answer that was put aside. */
  public record Aside(String question, Words name, Words answer) {}
}
