package org.motcua.catalogue.proposing.model;

import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.organisation.AgencyId;

/**
 * Who approves and who publishes.
 *
 * <p>The national text is made public by the Government Office; a province makes public what it
 * decides for itself (docs/decisions/0006).
 */
public final class Publishers {

  public static final AgencyId GOVERNMENT_OFFICE = new AgencyId("000.00.00.G22");

  /** The ministry or province above an agency: the agency of the same last part. */
  public static AgencyId authorityOf(AgencyId agency) {
    var code = agency.value();
    return new AgencyId("000.00.00" + code.substring(code.lastIndexOf('.')));
  }

  /**
   * @param code null of a new procedure, which is always a national one
   */
  public static AgencyId publisherOf(@Nullable ProcedureCode code, AgencyId authority) {
    return code != null && code.isProvincial() ? authority : GOVERNMENT_OFFICE;
  }

  private Publishers() {}
}
