package org.motcua.catalogue.exchanging.opendata;

import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;
import org.springframework.stereotype.Component;

/** Provinces as a request names them. */
@Component
class Provinces {

  private final Organisation organisation;

  Provinces(Organisation organisation) {
    this.organisation = organisation;
  }

  UnitCode get(String code) {
    return UnitCode.parse(code)
        .filter(
            it -> organisation.findUnit(it).filter(unit -> isProvince(unit.level())).isPresent())
        .orElseThrow(() -> Problems.bad("province must be the code of one, such as 22"));
  }

  private static boolean isProvince(UnitLevel level) {
    return level == UnitLevel.PROVINCE;
  }
}
