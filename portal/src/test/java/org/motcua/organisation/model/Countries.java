package org.motcua.organisation.model;

import java.time.LocalDate;
import java.util.List;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;

/** The country as it comes with the portal. */
public class Countries {

  public static final UnitCode QUANG_NINH = new UnitCode("22");
  public static final UnitCode HA_LONG = new UnitCode("193");
  public static final UnitCode HONG_HA = new UnitCode("06697");

  private static final List<Unit> UNITS = UnitSeed.of2020();
  private static final List<Agency> AGENCIES = AgencySeed.of2020(UNITS);

  private static final Country OF_2020 = on(LocalDate.of(2020, 12, 9));

  public static Country of2020() {
    return OF_2020;
  }

  static Country on(LocalDate day) {
    return new Country(day, UNITS, AGENCIES, List.of());
  }

  private Countries() {}
}
