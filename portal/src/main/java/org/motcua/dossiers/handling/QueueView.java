package org.motcua.dossiers.handling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.platform.web.ui.NavLink;

/**
 * A page of an agency's dossiers.
 *
 * @param procedures whether the officer edits procedures besides
 * @param officers whether he keeps the agency's officers
 * @param services whether he looks after all online services
 * @param assists whether the officer sits at a counter, and files for citizens there
 * @param recovers whether he gives people their accounts back
 */
public record QueueView(
    String agency,
    String roles,
    boolean procedures,
    boolean officers,
    boolean services,
    boolean assists,
    boolean recovers,
    List<NavLink> parts,
    List<Row> rows,
    @Nullable String next) {

  /**
   * @param left how much working time is left, in words; none while the clock stands still
   */
  public record Row(
      String id,
      String code,
      String applicant,
      String service,
      DossierStatus status,
      @Nullable Instant dueAt,
      boolean late,
      boolean mine) {}
}
