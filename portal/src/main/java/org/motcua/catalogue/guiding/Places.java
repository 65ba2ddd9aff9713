package org.motcua.catalogue.guiding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.guiding.PlaceAnswer.Chosen;
import org.motcua.catalogue.guiding.PlaceAnswer.Fault;
import org.motcua.catalogue.guiding.PlaceAnswer.NotYet;
import org.motcua.catalogue.guiding.PlaceAnswer.Passed;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.UnitPick;
import org.springframework.stereotype.Component;

/** Reads the place out of an address, and offers the units to choose from. */
@Component
class Places {

  private final Organisation organisation;

  Places(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * Where there are no districts, what needed one needs the commune; where a district has no
   * communes (five islands), it is exact enough itself.
   */
  PlaceAnswer read(Map<String, String> sent, UnitLevel needed) {
    if (ChecklistAddress.ANY_PLACE.equals(sent.get(ChecklistAddress.PLACE))) {
      return new Passed(Map.of(ChecklistAddress.PLACE, ChecklistAddress.ANY_PLACE));
    }
    return new Reading(sent).down(organisation.provinces(), ChecklistAddress.PROVINCE, needed);
  }

  /** One descent from the country to the commune. */
  private final class Reading {

    private final Map<String, String> sent;
    private final Map<String, String> fields = new LinkedHashMap<>();

    Reading(Map<String, String> sent) {
      this.sent = sent;
    }

    PlaceAnswer down(List<Unit> units, String field, UnitLevel needed) {
      var code = sent.getOrDefault(field, "").strip();
      if (code.isEmpty()) {
        return new NotYet(fields, fields.isEmpty() ? Fault.NONE_CHOSEN : Fault.NOT_EXACT_ENOUGH);
      }
      var unit = find(units, code);
      if (unit.isEmpty()) return new NotYet(fields, Fault.UNKNOWN);
      fields.put(field, code);
      var level = unit.get().level();
      var below = organisation.children(unit.get().code());
      if (level == needed && level != UnitLevel.COMMUNE || below.isEmpty()) {
        return new Chosen(unit.get(), fields);
      }
      var next = below.getFirst().level();
      return down(
          below,
          next == UnitLevel.DISTRICT ? ChecklistAddress.DISTRICT : ChecklistAddress.COMMUNE,
          needed);
    }
  }

  List<Choice> provinces() {
    return choices(organisation.provinces());
  }

  /** What the picker offers below what was sent so far; unknown codes are as none. */
  UnitPick pick(Map<String, String> sent) {
    var province = find(organisation.provinces(), sent.get(ChecklistAddress.PROVINCE));
    var belowProvince = below(province);
    var districts =
        belowProvince.stream().filter(unit -> unit.level() == UnitLevel.DISTRICT).toList();
    var district = find(districts, sent.get(ChecklistAddress.DISTRICT));
    var communes = districts.isEmpty() ? belowProvince : below(district);
    return new UnitPick(
        provinces(),
        code(province),
        choices(districts),
        code(district),
        choices(communes),
        code(find(communes, sent.get(ChecklistAddress.COMMUNE))));
  }

  private List<Unit> below(Optional<Unit> unit) {
    return unit.map(it -> organisation.children(it.code())).orElse(List.of());
  }

  private static Optional<Unit> find(List<Unit> units, @Nullable String code) {
    return Optional.ofNullable(code)
        .map(String::strip)
        .flatMap(UnitCode::parse)
        .flatMap(wanted -> units.stream().filter(it -> it.code().equals(wanted)).findFirst());
  }

  private static String code(Optional<Unit> unit) {
    return unit.map(it -> it.code().value()).orElse("");
  }

  private static List<Choice> choices(List<Unit> units) {
    return units.stream().map(unit -> new Choice(unit.code().value(), unit.fullName())).toList();
  }
}
