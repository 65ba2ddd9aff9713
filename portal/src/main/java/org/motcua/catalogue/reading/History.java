package org.motcua.catalogue.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.catalogue.reading.Standing.Abolished;
import org.motcua.catalogue.reading.Standing.Coming;
import org.motcua.catalogue.reading.Standing.Earlier;
import org.motcua.catalogue.reading.Standing.InForce;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** What a procedure said, says and will say. */
@Component
class History {

  /** More than a procedure sees in a lifetime; older ones are read by their day. */
  private static final int MOST_VERSIONS = 200;

  private final VersionStore versions;
  private final Clock clock;

  History(VersionStore versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /** The newest first, those of coming days included; empty for an unknown procedure. */
  List<Version> of(ProcedureCode code) {
    return versions.list(code, MOST_VERSIONS);
  }

  Optional<Version> current(ProcedureCode code) {
    return versions.findInForce(code, today());
  }

  /** The one before in the order in which they hold, not in that of their publishing. */
  Optional<Version> before(Version version) {
    return of(version.code()).stream()
        .dropWhile(it -> it.number() != version.number())
        .skip(1)
        .findFirst();
  }

  Standing standing(Version version) {
    return standing(version, of(version.code()));
  }

  /**
   * @param all as {@link #of} gives them
   */
  Standing standing(Version version, List<Version> all) {
    if (version.effectiveFrom().isAfter(today())) return new Coming(version);
    var later = all.stream().takeWhile(it -> it.number() != version.number()).toList();
    return later.reversed().stream()
        .filter(it -> !it.effectiveFrom().isAfter(today()))
        .findFirst()
        .<Standing>map(next -> new Earlier(version, next.effectiveFrom()))
        .orElseGet(() -> now(version, later));
  }

  private static Standing now(Version version, List<Version> coming) {
    if (version.isAbolition()) return new Abolished(version);
    return new InForce(version, coming.isEmpty() ? null : coming.getLast());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }
}
