package org.motcua.organisation.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.UnitCode;

/** What an officer may change of the country: all of it, or what concerns some provinces. */
public record Administration(boolean country, Set<UnitCode> provinces) {

  /**
   * @param province {@code null} for the whole country
   */
  public boolean covers(@Nullable UnitCode province) {
    return country || (province != null && provinces.contains(province));
  }

  public boolean isNone() {
    return !country && provinces.isEmpty();
  }
}
