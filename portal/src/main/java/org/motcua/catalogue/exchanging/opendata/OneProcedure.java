package org.motcua.catalogue.exchanging.opendata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.Version;
import org.motcua.catalogue.model.VersionStore;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.clock.CountryTime;
import org.springframework.stereotype.Component;

/** Finds the version of a procedure that somebody asks for, without reading its text. */
@Component
class OneProcedure {

  private static final int ALL_VERSIONS = 1_000;

  private final VersionStore versions;
  private final Organisation organisation;
  private final Clock clock;

  OneProcedure(VersionStore versions, Organisation organisation, Clock clock) {
    this.versions = versions;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** In that province the copy that it keeps holds, where it keeps one. */
  Version get(ProcedureCode code, @Nullable LocalDate asked, @Nullable UnitCode province) {
    var on = asked == null ? LocalDate.now(clock.withZone(CountryTime.ZONE)) : asked;
    return copyIn(code, province, on)
        .or(() -> held(code, on))
        .orElseThrow(() -> Problems.notFound(why(code, on)));
  }

  private Optional<Version> copyIn(ProcedureCode code, @Nullable UnitCode province, LocalDate on) {
    return Optional.ofNullable(province)
        .flatMap(organisation::committeeOf)
        .flatMap(committee -> held(code.copyOf(committee.id()), on));
  }

  private Optional<Version> held(ProcedureCode code, LocalDate on) {
    return versions.findInForce(code, on).filter(version -> !version.isAbolition());
  }

  private String why(ProcedureCode code, LocalDate on) {
    var all = versions.list(code, ALL_VERSIONS);
    if (all.isEmpty()) return "No procedure has this code";
    var first = first(all).effectiveFrom();
    if (on.isBefore(first)) return "The catalogue knows this procedure since " + first + " only";
    return "This procedure is abolished; its earlier texts are given with on, from "
        + first
        + " to the day before "
        + versions.findInForce(code, on).map(Version::effectiveFrom).orElse(on);
  }

  private static Version first(List<Version> newestFirst) {
    return newestFirst.getLast();
  }
}
