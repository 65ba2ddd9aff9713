package org.motcua.simulators.agency.people;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How surely the national portal knows who is at the door; it writes {@code LoA1} and so on. */
public enum Level {
  PASSWORD,
  CODE,
  CERTIFICATE;

  /** What is not understood counts as the least. */
  public static Level of(@Nullable String acr) {
    return Arrays.stream(values())
        .filter(level -> level.acr().equalsIgnoreCase(acr))
        .findFirst()
        .orElse(PASSWORD);
  }

  public String acr() {
    return "LoA" + (ordinal() + 1);
  }

  public boolean reaches(Level needed) {
    return compareTo(needed) >= 0;
  }
}
