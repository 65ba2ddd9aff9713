package org.motcua.catalogue.proposing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.PublishingDecision;
import org.motcua.catalogue.proposing.model.Kind;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Whose procedures are whose: what an editor may propose about one. */
@Component
class Keepers {

  private static final int ALIKE = 50;

  private final Organisation organisation;
  private final Catalogue catalogue;

  Keepers(Organisation organisation, Catalogue catalogue) {
    this.organisation = organisation;
    this.catalogue = catalogue;
  }

  Set<Kind> mayPropose(Editor editor, Procedure procedure) {
    var kinds = EnumSet.noneOf(Kind.class);
    if (!editor.drafts()) return kinds;
    var authority = organisation.getAgency(editor.authority());
    if (keeps(authority, procedure)) {
      kinds.add(Kind.AMENDMENT);
      kinds.add(Kind.ABOLITION);
    }
    if (authority.kind() == AgencyKind.PROVINCE_COMMITTEE
        && !procedure.code().isProvincial()
        && catalogue.find(procedure.code().copyOf(authority.id())).isEmpty()) {
      kinds.add(Kind.COPY);
    }
    return kinds;
  }

  /**
   * A copy names its keeper. Of a national text only the publishing decision tells; many older
   * entries do not say whose it was, and are open to every ministry.
   */
  private boolean keeps(Agency authority, Procedure procedure) {
    var keeper = procedure.code().keeper();
    if (keeper.isPresent()) return keeper.get().equals(authority.id());
    return decidedBy(procedure)
        .map(id -> id.equals(authority.id()))
        .orElse(authority.kind() == AgencyKind.CENTRAL);
  }

  private Optional<AgencyId> decidedBy(Procedure procedure) {
    return Optional.ofNullable(procedure.decision())
        .map(PublishingDecision::agency)
        .flatMap(this::agencyNamed);
  }

  private Optional<AgencyId> agencyNamed(String name) {
    var code = AgencyId.parse(name.strip()).filter(id -> organisation.findAgency(id).isPresent());
    if (code.isPresent()) return code;
    return organisation.searchAgencies(name, ALIKE).stream()
        .filter(agency -> agency.name().equalsIgnoreCase(name.strip()))
        .map(Agency::id)
        .findFirst();
  }
}
