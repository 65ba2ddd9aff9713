package org.motcua.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agency that receives or decides dossiers.
 *
 * @param department which of its province's departments it is, if it is one
 * @param unit where it governs; ministries govern everywhere
 * @param parent the agency above it
 * @param validTo the first day on which it no longer stands; {@code null} while no end is known
 * @param successor who took over its work, where one agency did
 */
public record Agency(
    AgencyId id,
    String name,
    AgencyKind kind,
    @Nullable DepartmentKind department,
    @Nullable UnitCode unit,
    @Nullable AgencyId parent,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable AgencyId successor) {

  public boolean standsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
