package org.motcua.organisation.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;

/**
 * What becomes of the country when provinces are merged and districts end: in Viet Nam on 1 July
 * 2025. A province that stays as it is goes on; every other unit ends on that day. The communes
 * that follow are imported afterwards.
 */
public final class Reform {

  public static final LocalDate DAY = LocalDate.of(2025, 7, 1);

  private final Country before;
  private final List<NewProvince> provinces;
  private final LocalDate day;

  private final List<Unit> ended = new ArrayList<>();
  private final List<Unit> added = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();
  private final List<Agency> revised = new ArrayList<>();

  /**
   * @param before the country on the day of the reform as it would be without it
   */
  public Reform(Country before, List<NewProvince> provinces) {
    this.before = before;
    this.provinces = provinces;
    this.day = before.day();
    if (!misfits().isEmpty()) return;
    provinces.forEach(this::merge);
    endLowerLevels();
  }

  /** Provinces of which the reform says nothing, or too much: then it is not for this country. */
  public List<UnitCode> misfits() {
    var seen = new HashSet<UnitCode>();
    var standing = before.provinces().stream().map(Unit::code).collect(Collectors.toSet());
    var foreign =
        provinces.stream()
            .flatMap(province -> province.predecessors().stream())
            .filter(code -> !seen.add(code) || !standing.contains(code));
    return Stream.concat(foreign.toList().stream(), missing(standing, seen))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static Stream<UnitCode> missing(Set<UnitCode> standing, Set<UnitCode> seen) {
    return standing.stream().filter(code -> !seen.contains(code));
  }

  private void merge(NewProvince province) {
    if (goesOn(province)) return;
    var unit = UnitName.unit(province.code(), province.fullName(), null, day);
    added.add(unit);
    for (var code : province.predecessors()) {
      var predecessor = before.findUnit(code).orElseThrow();
      ended.add(predecessor);
      successions.add(Succession.of(predecessor, unit));
    }
    var first = province.predecessors().getFirst();
    carryOn(first, unit);
    province.predecessors().stream().skip(1).forEach(code -> handOver(code, first));
  }

  private boolean goesOn(NewProvince province) {
    return province.predecessors().equals(List.of(province.code()))
        && before
            .findUnit(province.code())
            .filter(unit -> unit.fullName().equals(province.fullName()))
            .isPresent();
  }

  /** The agencies of one predecessor keep their codes and govern the new province. */
  private void carryOn(UnitCode predecessor, Unit province) {
    before
        .committeeOf(predecessor)
        .ifPresent(a -> revised.add(at(province, a, AgencySeed.committeeName(province))));
    for (var kind : DepartmentKind.values()) {
      before
          .department(kind, predecessor)
          .ifPresent(a -> revised.add(at(province, a, kind.nameIn(province))));
    }
  }

  private static Agency at(Unit unit, Agency a, String name) {
    return new Agency(
        a.id(),
        name,
        a.kind(),
        a.department(),
        unit.code(),
        a.parent(),
        a.validFrom(),
        a.validTo(),
        a.successor());
  }

  private void handOver(UnitCode predecessor, UnitCode heir) {
    var newCommittee = before.committeeOf(heir).map(Agency::id).orElse(null);
    before.committeeOf(predecessor).ifPresent(a -> revised.add(endOf(a, day, newCommittee)));
    for (var kind : DepartmentKind.values()) {
      var newDepartment = before.department(kind, heir).map(Agency::id).orElse(null);
      before
          .department(kind, predecessor)
          .ifPresent(a -> revised.add(endOf(a, day, newDepartment)));
    }
  }

  private void endLowerLevels() {
    for (var level : List.of(UnitLevel.DISTRICT, UnitLevel.COMMUNE)) {
      for (var unit : before.standingUnits(level)) {
        ended.add(unit);
        before.committeeOf(unit.code()).ifPresent(a -> revised.add(endOf(a, day, null)));
      }
    }
  }

  static Agency endOf(Agency a, LocalDate end, @Nullable AgencyId successor) {
    return new Agency(
        a.id(),
        a.name(),
        a.kind(),
        a.department(),
        a.unit(),
        a.parent(),
        a.validFrom(),
        end,
        successor);
  }

  public List<Unit> ended() {
    return ended;
  }

  public List<Unit> added() {
    return added;
  }

  public List<Succession> successions() {
    return successions;
  }

  /** Agencies that end, or go on in a new province. */
  public List<Agency> revised() {
    return revised;
  }
}
