package org.motcua.organisation.model;

import java.util.Locale;

/** Why a line of an imported file was refused. */
public record ImportFault(int line, Kind kind, String detail) {

  public enum Kind {
    /** The line has another number of columns than three or four. */
    COLUMNS,
    /** Not the code of a commune. */
    CODE,
    /** Another line before has the same code. */
    TWICE,
    /** Another unit has this code on that day. */
    TAKEN,
    /** The name does not begin with a kind of unit. */
    NAME,
    /** No such province stands on that day. */
    PROVINCE,
    /** The province still has districts: the reform has not been loaded. */
    DISTRICTS,
    /** No such unit ended on that day. */
    PREDECESSOR
  }

  /** The sentence that says so takes the line and the detail. */
  public String messageKey() {
    return "organisation.import.fault." + kind.name().toLowerCase(Locale.ROOT);
  }
}
