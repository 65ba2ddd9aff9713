package org.motcua.simulators.outside.debts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a debt: what came later holds.
 *
 * @param reference whose payment; null where the visitor did it at the desk
 * @param dong the new sum, what was paid, or all that went back
 */
public record Happening(
    Creditor creditor,
    String number,
    String debt,
    What what,
    @Nullable String reference,
    long dong,
    String code,
    @Nullable String name,
    Map<String, String> facts,
    Instant at) {

  public enum What {
    /** Somebody was made up for a number; the name holds from now on. */
    NAMED,
    CHANGED,
    PAID,
    GIVEN_BACK
  }

  public String key() {
    return "debts.what." + what.name().toLowerCase(java.util.Locale.ROOT);
  }

  public String colour() {
    return switch (what) {
      case PAID -> "green";
      case CHANGED -> "amber";
      case GIVEN_BACK -> "red";
      case NAMED -> "";
    };
  }
}
