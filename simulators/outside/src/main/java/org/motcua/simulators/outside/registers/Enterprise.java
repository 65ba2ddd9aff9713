package org.motcua.simulators.outside.registers;

import java.util.List;
import java.util.Locale;

/** A company in the enterprise register, by its tax code. */
public record Enterprise(
    String taxCode,
    String name,
    State state,
    String address,
    List<Representative> representatives) {

  public Enterprise {
    representatives = List.copyOf(representatives);
  }

  public enum State {
    ACTIVE,
    SUSPENDED,
    DISSOLVED;

    public String colour() {
      return switch (this) {
        case ACTIVE -> "green";
        case SUSPENDED -> "amber";
        case DISSOLVED -> "grey";
      };
    }

    public String key() {
      return "enterprises." + name().toLowerCase(Locale.ROOT);
    }
  }

  public record Representative(String citizenId, String name, String position) {}
}
