package org.motcua.catalogue.exchanging;

import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.AgencyId;

/**
 * Who hands in a file.
 *
 * @param actor as the audit trail names him
 */
public record Sender(AgencyId agency, String actor, String name) {

  /** Keeps the national database and may change all of it. */
  static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  /** Anybody else brings in but the copies that he keeps himself. */
  boolean mayChange(ProcedureCode code) {
    return isGovernmentOffice() || code.keeper().filter(agency::equals).isPresent();
  }

  boolean maySee(Import one) {
    return isGovernmentOffice() || one.sender().agency().equals(agency);
  }

  private boolean isGovernmentOffice() {
    return agency.equals(GOVERNMENT_OFFICE);
  }
}
