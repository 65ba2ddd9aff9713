package org.motcua.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * How sure the portal is of who is there; each level includes those before it. The names are those
 * that relying parties send as {@code acr_values}.
 */
public enum LevelOfAssurance {
  /** Knows the password. */
  LOA1("LoA1"),
  /** And has shown a second factor. */
  LOA2("LoA2"),
  /** And is a verified person: by certificate, at a counter, or against the population register. */
  LOA3("LoA3");

  private final String acr;

  LevelOfAssurance(String acr) {
    this.acr = acr;
  }

  /** As OpenID Connect's {@code acr} says it. */
  public String acr() {
    return acr;
  }

  /** Empty for what is none of ours. */
  public static Optional<LevelOfAssurance> ofAcr(String acr) {
    return Arrays.stream(values()).filter(level -> level.acr.equals(acr)).findFirst();
  }

  public boolean atLeast(LevelOfAssurance needed) {
    return compareTo(needed) >= 0;
  }
}
