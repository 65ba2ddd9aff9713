package org.motcua.eservices;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motcua.forms.Situation;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;

/** Finds the unit that an answer names: an address question's, or one whose code is a value. */
final class AnsweredUnit {

  /** The unit of this level in which the place lies. */
  static Optional<Unit> at(
      UnitLevel level, String place, Situation situation, Organisation organisation) {
    var lowest = code(place, situation).flatMap(organisation::findUnit);
    var found = lowest.flatMap(unit -> above(level, unit, organisation));
    return found.isEmpty() && level == UnitLevel.DISTRICT
        ? lowest.filter(unit -> unit.level() == UnitLevel.COMMUNE)
        : found;
  }

  private static Optional<UnitCode> code(String place, Situation situation) {
    return situation.value(place).flatMap(AnsweredUnit::code);
  }

  private static Optional<UnitCode> code(Object value) {
    if (!(value instanceof Map<?, ?> address)) return UnitCode.parse(String.valueOf(value));
    return Stream.of("commune", "district", "province")
        .map(address::get)
        .filter(String.class::isInstance)
        .flatMap(part -> UnitCode.parse((String) part).stream())
        .findFirst();
  }

  private static Optional<Unit> above(UnitLevel level, Unit unit, Organisation organisation) {
    if (unit.level() == level) return Optional.of(unit);
    var parent = unit.parent();
    return parent == null
        ? Optional.empty()
        : organisation.findUnit(parent).flatMap(outer -> above(level, outer, organisation));
  }

  private AnsweredUnit() {}
}
