package org.motcua.organisation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit as it was, is or will be from one day to another.
 *
 * @param name without its kind: {@code Hồng Hà}
 * @param fullName with it: {@code Phường Hồng Hà}
 * @param parent of a commune its district, or its province where there are no districts
 * @param validTo the first day on which it no longer stands; {@code null} while no end is known
 */
public record Unit(
    UnitCode code,
    String name,
    String fullName,
    @Nullable UnitCode parent,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  public UnitLevel level() {
    return code.level();
  }

  /** The full name as it reads inside a sentence: {@code phường Hồng Hà}. */
  public String fullNameInside() {
    return fullName.substring(0, 1).toLowerCase(Locale.ROOT) + fullName.substring(1);
  }

  public boolean standsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
