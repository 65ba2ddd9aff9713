package org.motcua.identity.registering;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.HomeAddress;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;
import org.motcua.platform.web.ui.Choice;
import org.motcua.platform.web.ui.UnitPick;
import org.springframework.stereotype.Component;

/** Provinces, and below the chosen ones their districts and communes. */
@Component
public class HomePicker {

  private final Organisation organisation;

  HomePicker(Organisation organisation) {
    this.organisation = organisation;
  }

  public UnitPick pick(CitizenForm.Home home) {
    var belowProvince = below(home.province());
    var districts = ofLevel(belowProvince, UnitLevel.DISTRICT);
    var communes = districts.isEmpty() ? belowProvince : below(home.district());
    return new UnitPick(
        choices(organisation.provinces()),
        home.province(),
        choices(districts),
        home.district(),
        choices(communes),
        home.commune());
  }

  /** As the picker would have sent the commune of an address. */
  public CitizenForm.Home home(@Nullable HomeAddress address) {
    if (address == null) return CitizenForm.Home.NONE;
    var codes =
        Stream.iterate(
                UnitCode.parse(address.commune()).flatMap(organisation::findUnit),
                Optional::isPresent,
                unit -> unit.map(Unit::parent).flatMap(organisation::findUnit))
            .flatMap(Optional::stream)
            .collect(toMap(Unit::level, unit -> unit.code().value()));
    return new CitizenForm.Home(
        codes.get(UnitLevel.PROVINCE), codes.get(UnitLevel.DISTRICT), codes.get(UnitLevel.COMMUNE));
  }

  private List<Unit> below(@Nullable String code) {
    return Optional.ofNullable(code)
        .flatMap(UnitCode::parse)
        .map(organisation::children)
        .orElse(List.of());
  }

  private static List<Unit> ofLevel(List<Unit> units, UnitLevel level) {
    return units.stream().filter(unit -> unit.level() == level).toList();
  }

  private static List<Choice> choices(List<Unit> units) {
    return units.stream().map(unit -> new Choice(unit.code().value(), unit.fullName())).toList();
  }
}
