package org.motcua.organisation.model;

import java.time.LocalDate;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;

/** Which unit took over from which; a unit is named by its code and the day it began. */
public record Succession(UnitCode from, LocalDate fromBegan, UnitCode to, LocalDate toBegan) {

  public static Succession of(Unit from, Unit to) {
    return new Succession(from.code(), from.validFrom(), to.code(), to.validFrom());
  }
}
