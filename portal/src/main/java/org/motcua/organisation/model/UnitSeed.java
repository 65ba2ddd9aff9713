package org.motcua.organisation.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.motcua.organisation.UnitLevel;

/** The units of 2020, made by {@code bin/make-units}. */
public final class UnitSeed {

  /** Our records begin here; most units are much older. */
  public static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

  /** A unit belongs to the last one of a higher level above it in the file. */
  public static List<Unit> of2020() {
    var units = new ArrayList<Unit>();
    var above = new EnumMap<UnitLevel, UnitCode>(UnitLevel.class);
    for (var line : SeedFile.read("units-2020.tsv")) {
      var code = new UnitCode(line.get(0));
      units.add(UnitName.unit(code, line.get(1), parent(code.level(), above), BEGIN));
      above.put(code.level(), code);
    }
    return units;
  }

  private static @Nullable UnitCode parent(UnitLevel level, EnumMap<UnitLevel, UnitCode> above) {
    return switch (level) {
      case PROVINCE -> null;
      case DISTRICT -> above.get(UnitLevel.PROVINCE);
      case COMMUNE -> above.get(UnitLevel.DISTRICT);
    };
  }

  private UnitSeed() {}
}
