package org.motcua.simulators.outside.registers;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.motcua.simulators.outside.faults.Service;

/** One look into a register: who asked what, why, and what the answer was. */
public record Enquiry(
    Instant at,
    Service register,
    String about,
    String purpose,
    String caller,
    UUID request,
    Answer answer) {

  public enum Answer {
    NOT_FOUND,
    MATCHES,
    DIFFERS,
    TOLD;

    public String colour() {
      return switch (this) {
        case MATCHES, TOLD -> "green";
        case DIFFERS -> "red";
        case NOT_FOUND -> "grey";
      };
    }

    public String key() {
      return "log.answer." + name().toLowerCase(Locale.ROOT);
    }
  }
}
