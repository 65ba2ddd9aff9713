package org.motcua.simulators.agency.dossiers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pageful of dossiers, the newest first.
 *
 * @param status the only status shown, or all
 * @param next the dossier after which the next page begins, or none
 */
public record Listing(
    List<DossierSummary> dossiers, @Nullable Integer status, @Nullable String next) {

  static final int PAGE = 50;

  private static final Comparator<DossierSummary> NEWEST_FIRST =
      Comparator.comparing(
              (DossierSummary dossier) ->
                  dossier.submittedAt() == null ? Instant.EPOCH : dossier.submittedAt())
          .thenComparing(DossierSummary::code)
          .reversed();

  static Listing of(List<DossierSummary> all, @Nullable Integer status, @Nullable String after) {
    var sorted =
        all.stream()
            .filter(dossier -> status == null || dossier.status() == status)
            .sorted(NEWEST_FIRST)
            .toList();
    var from = after == null ? 0 : indexOf(after, sorted) + 1;
    var to = Math.min(from + PAGE, sorted.size());
    var next = to < sorted.size() ? sorted.get(to - 1).code() : null;
    return new Listing(sorted.subList(from, to), status, next);
  }

  /** -1, and so the first page, when the dossier has gone meanwhile. */
  private static int indexOf(String code, List<DossierSummary> dossiers) {
    for (var i = 0; i < dossiers.size(); i++) {
      if (dossiers.get(i).code().equals(code)) return i;
    }
    return -1;
  }
}
