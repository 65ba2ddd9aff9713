package org.motcua.dossiers.model;

import java.util.List;
import org.motcua.dossiers.DossierId;

/**
 * A draft that began as a copy of a dossier that has ended.
 *
 * @param leftOut names of files that did not come along: they are not asked for any more
 */
public record CopiedFrom(DossierId draft, DossierId former, List<String> leftOut) {

  public CopiedFrom {
    leftOut = List.copyOf(leftOut);
  }
}
