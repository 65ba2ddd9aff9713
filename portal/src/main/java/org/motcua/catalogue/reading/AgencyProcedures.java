package org.motcua.catalogue.reading;

import java.util.Locale;
import java.util.Optional;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.searching.SearchFilters;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.springframework.stereotype.Component;

/**
 * Which procedures an agency carries out. Texts seldom name an agency by its code: they say "the
 * people's committee of the commune", and mean every one of them.
 */
@Component
class AgencyProcedures {

  private final Organisation organisation;

  AgencyProcedures(Organisation organisation) {
    this.organisation = organisation;
  }

  SearchFilters of(Agency agency) {
    return switch (agency.kind()) {
      case CENTRAL -> SearchFilters.NONE.withAgency(agency.name());
      case PROVINCE_COMMITTEE -> ofCommittee(agency, Level.PROVINCE);
      case DISTRICT_COMMITTEE -> ofCommittee(agency, Level.DISTRICT);
      case COMMUNE_COMMITTEE -> ofCommittee(agency, Level.COMMUNE);
      case DEPARTMENT -> inItsProvince(agency, SearchFilters.NONE.withAgency(kindName(agency)));
    };
  }

  private SearchFilters ofCommittee(Agency agency, Level level) {
    return inItsProvince(agency, SearchFilters.NONE.withLevel(level));
  }

  private SearchFilters inItsProvince(Agency agency, SearchFilters filters) {
    return filters.withProvince(province(agency).map(Unit::code).orElse(null));
  }

  /** {@code Sở Tư pháp} of {@code Sở Tư pháp tỉnh Quảng Ninh}. */
  private String kindName(Agency department) {
    var name = department.name();
    return province(department)
        .map(province -> " " + province.fullNameInside())
        .filter(suffix -> name.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT)))
        .map(suffix -> name.substring(0, name.length() - suffix.length()))
        .orElse(name);
  }

  private Optional<Unit> province(Agency agency) {
    return Optional.ofNullable(agency.unit()).flatMap(organisation::provinceOf);
  }
}
