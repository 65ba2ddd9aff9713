package org.motcua.forms;

import java.util.List;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.platform.web.ui.Choice;
import org.springframework.stereotype.Component;

/** The units as the state has them today. */
@Component
class OrganisationPlaces implements Places {

  private final Organisation organisation;

  OrganisationPlaces(Organisation organisation) {
    this.organisation = organisation;
  }

  @Override
  public List<Choice> provinces() {
    return choices(organisation.provinces());
  }

  @Override
  public List<Choice> below(String unit) {
    return UnitCode.parse(unit).map(organisation::children).map(this::choices).orElse(List.of());
  }

  @Override
  public String name(String unit) {
    return UnitCode.parse(unit).flatMap(organisation::findUnit).map(Unit::fullName).orElse("");
  }

  @Override
  public String pathName(String unit) {
    return UnitCode.parse(unit).map(organisation::pathName).orElse("");
  }

  private List<Choice> choices(List<Unit> units) {
    return units.stream().map(unit -> new Choice(unit.code().value(), unit.fullName())).toList();
  }
}
