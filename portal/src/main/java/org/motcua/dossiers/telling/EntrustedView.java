package org.motcua.dossiers.telling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Entrusted;

/**
 * What others were asked about a dossier, as officers read it.
 *
 * @param role whose officers are asked there, in words
 * @param late not answered in time
 * @param verdict in words; null while there is no answer
 * @param withdrawable whether this officer may take the question back
 */
public record EntrustedView(
    Entrusted part,
    String agency,
    String askedBy,
    String role,
    String state,
    boolean late,
    @Nullable String verdict,
    boolean withdrawable) {

  public @Nullable Instant endedAt() {
    return part.ending() == null ? null : part.ending().at();
  }

  public String words() {
    return part.ending() == null ? "" : part.ending().words();
  }

  public String endedBy() {
    return part.ending() == null ? "" : part.ending().by();
  }

  public @Nullable String paper() {
    var ending = part.ending();
    return ending == null || ending.paper() == null ? null : ending.paper().name();
  }
}
