package org.motcua.identity;

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

  public boolean atLeast(LevelOfAssurance needed) {
    return compareTo(needed) >= 0;
  }
}
