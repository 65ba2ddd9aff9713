package org.motcua.connect.registering;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Client;
import org.motcua.connect.model.ClientStore;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;

/**
 * Whose systems one administrator keeps: those of his agencies and of all below them. The
 * Government Office, which keeps the portal, keeps all.
 */
final class Reach {

  static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  private final Set<AgencyId> tops;
  private final Organisation organisation;

  Reach(Set<AgencyId> tops, Organisation organisation) {
    this.tops = tops;
    this.organisation = organisation;
  }

  boolean isEmpty() {
    return tops.isEmpty();
  }

  boolean keepsPortal() {
    return tops.contains(GOVERNMENT_OFFICE);
  }

  /** Where he serves himself. */
  Agency own() {
    return organisation.getAgency(tops.iterator().next());
  }

  boolean covers(AgencyId agency) {
    return keepsPortal() || tops.stream().anyMatch(top -> organisation.isWithin(agency, top));
  }

  /**
   * For which he registers systems, in the order of their codes. At the Government Office that is
   * itself and the topmost others: those below have administrators of their own.
   */
  List<Agency> agencies() {
    var under = tops.stream().flatMap(top -> Stream.concat(Stream.of(top), below(top)));
    var all = new LinkedHashSet<AgencyId>();
    under.forEach(all::add);
    if (keepsPortal()) organisation.topmostAgencies().forEach(agency -> all.add(agency.id()));
    return all.stream().map(organisation::getAgency).toList();
  }

  List<Client> list(ClientStore clients, @Nullable ClientId after, int limit) {
    if (keepsPortal()) return clients.listAll(after, limit);
    var all = new LinkedHashSet<>(tops);
    tops.forEach(top -> below(top).forEach(all::add));
    return clients.list(all, after, limit);
  }

  private Stream<AgencyId> below(AgencyId top) {
    return organisation.listAgencies(top, null, Integer.MAX_VALUE).agencies().stream()
        .map(Agency::id);
  }
}
