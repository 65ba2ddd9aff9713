package org.motcua.catalogue.searching;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Agencies are found by name, place and code. */
@Component
class FoundAgencies implements FoundBeside {

  private final Organisation organisation;

  FoundAgencies(Organisation organisation) {
    this.organisation = organisation;
  }

  @Override
  public Kind kind() {
    return Kind.AGENCY;
  }

  @Override
  public List<Entry> list(@Nullable String after, int limit) {
    var key = after == null ? null : new AgencyId(after);
    return organisation.listAgencies(null, key, limit).agencies().stream()
        .map(this::entry)
        .toList();
  }

  @Override
  public Optional<Entry> find(String key) {
    return AgencyId.parse(key).flatMap(organisation::findAgency).map(this::entry);
  }

  private Entry entry(Agency agency) {
    var place = agency.unit() == null ? null : organisation.pathName(agency.unit());
    var code = agency.id().value() + " " + agency.id().decision20();
    return new Entry(
        agency.id().value(),
        agency.name(),
        null,
        place,
        null,
        place == null ? code : place + " " + code,
        "/agencies/" + agency.id());
  }
}
