package org.motcua.eservices;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.Words;

/**
 * A paper that belongs to the dossier.
 *
 * @param when the case in which it is asked for; always, if there is none
 */
public record Paper(
    String id,
    Words name,
    @Nullable Words hint,
    boolean required,
    @Nullable Expression when,
    Set<FileKind> accepts,
    int maxFiles) {

  public Paper {
    accepts = Set.copyOf(accepts);
  }
}
