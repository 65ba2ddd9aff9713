package org.motcua.simulators.agency.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read at one moment.
 *
 * @param more whether the national portal holds dossiers beyond these
 */
public record Copy(@Nullable Instant synchronisedAt, List<DossierSummary> dossiers, boolean more) {

  static final Copy NOTHING_YET = new Copy(null, List.of(), false);

  public Optional<DossierSummary> find(String code) {
    return dossiers.stream().filter(dossier -> dossier.code().equals(code)).findFirst();
  }

  /** How many dossiers stand at each status; only those that occur. */
  public TreeMap<Integer, Long> countByStatus() {
    var counts = new TreeMap<Integer, Long>();
    dossiers.forEach(dossier -> counts.merge(dossier.status(), 1L, Long::sum));
    return counts;
  }
}
