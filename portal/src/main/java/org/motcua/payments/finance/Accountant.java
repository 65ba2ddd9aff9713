package org.motcua.payments.finance;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.payments.model.Payment;

/**
 * Whose money one accountant looks after: that of his agencies and of all below them; at the
 * Government Office, all of it.
 */
final class Accountant {

  private static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  private final Set<AgencyId> tops;
  private final Organisation organisation;

  Accountant(Set<AgencyId> tops, Organisation organisation) {
    this.tops = tops;
    this.organisation = organisation;
  }

  boolean seesAll() {
    return tops.contains(GOVERNMENT_OFFICE);
  }

  /** Where he serves himself. */
  Agency agency() {
    return organisation.getAgency(tops.iterator().next());
  }

  boolean sees(Payment payment) {
    return seesAll() || payment.owners().stream().anyMatch(this::covers);
  }

  private boolean covers(String owner) {
    return AgencyId.parse(owner)
        .flatMap(organisation::findAgency)
        .filter(agency -> tops.stream().anyMatch(top -> organisation.isWithin(agency.id(), top)))
        .isPresent();
  }

  /** Whose payments are listed to him, unless all are. */
  Set<String> owners() {
    var owners = new LinkedHashSet<String>();
    tops.stream()
        .flatMap(top -> Stream.concat(Stream.of(top), below(top)))
        .map(AgencyId::value)
        .forEach(owners::add);
    return owners;
  }

  private Stream<AgencyId> below(AgencyId top) {
    return organisation.listAgencies(top, null, Integer.MAX_VALUE).agencies().stream()
        .map(Agency::id);
  }
}
