package org.motcua.organisation.model;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;

/** The agencies of the country of 2020: the listed ones, and below them those made by rule. */
public final class AgencySeed {

  private final Map<UnitCode, Unit> units;
  private final Map<UnitCode, List<Unit>> children;
  private final List<Agency> agencies = new ArrayList<>();

  private AgencySeed(List<Unit> all) {
    units = all.stream().collect(Collectors.toMap(Unit::code, unit -> unit));
    children =
        all.stream()
            .filter(unit -> unit.parent() != null)
            .sorted(Comparator.comparing(Unit::code))
            .collect(groupingBy(Unit::parent));
  }

  public static List<Agency> of2020(List<Unit> units) {
    return new AgencySeed(units).make();
  }

  private List<Agency> make() {
    for (var line : SeedFile.read("agencies.tsv")) {
      var id = new AgencyId(line.get(0));
      if (line.get(2).isEmpty()) addCentral(id, line.get(1));
      else addProvince(id, line.get(1), unit(new UnitCode(line.get(2))));
    }
    return agencies;
  }

  private Unit unit(UnitCode code) {
    var unit = units.get(code);
    if (unit == null) throw new IllegalStateException("No unit " + code);
    return unit;
  }

  private void addCentral(AgencyId id, String name) {
    agencies.add(
        new Agency(id, name, AgencyKind.CENTRAL, null, null, null, UnitSeed.BEGIN, null, null));
  }

  private void addProvince(AgencyId id, String name, Unit province) {
    agencies.add(
        new Agency(
            id,
            name,
            AgencyKind.PROVINCE_COMMITTEE,
            null,
            province.code(),
            null,
            UnitSeed.BEGIN,
            null,
            null));
    for (var kind : DepartmentKind.values()) {
      agencies.add(
          new Agency(
              AgencyCodes.department(id, kind),
              kind.nameIn(province),
              AgencyKind.DEPARTMENT,
              kind,
              province.code(),
              id,
              UnitSeed.BEGIN,
              null,
              null));
    }
    var districts = children.getOrDefault(province.code(), List.of());
    for (var i = 0; i < districts.size(); i++) {
      addDistrict(AgencyCodes.district(id, i), districts.get(i), id);
    }
  }

  private void addDistrict(AgencyId id, Unit district, AgencyId above) {
    agencies.add(committee(id, AgencyKind.DISTRICT_COMMITTEE, district, above, UnitSeed.BEGIN));
    var communes = children.getOrDefault(district.code(), List.of());
    for (var i = 0; i < communes.size(); i++) {
      agencies.add(
          committee(
              AgencyCodes.commune(id, i),
              AgencyKind.COMMUNE_COMMITTEE,
              communes.get(i),
              id,
              UnitSeed.BEGIN));
    }
  }

  static Agency committee(
      AgencyId id, AgencyKind kind, Unit unit, @Nullable AgencyId above, LocalDate from) {
    return new Agency(id, committeeName(unit), kind, null, unit.code(), above, from, null, null);
  }

  static String committeeName(Unit unit) {
    return "Ủy ban nhân dân " + unit.fullNameInside();
  }
}
