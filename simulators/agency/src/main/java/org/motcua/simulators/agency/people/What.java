package org.motcua.simulators.agency.people;

import java.util.Locale;

/** What can happen at the province's door. */
public enum What {
  SIGNED_IN,
  JOINED,
  OPENED,
  DISOWNED,
  SHOWED_MORE,
  SHOWED_TOO_LITTLE,
  SIGNED_OUT,
  SIGNED_OUT_BY_PORTAL,
  SIGN_IN_FAILED,
  LOGOUT_REFUSED;

  public String key() {
    return "happening." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a refusal, which pages show in another colour. */
  public boolean isRefusal() {
    return this == SIGN_IN_FAILED || this == LOGOUT_REFUSED || this == SHOWED_TOO_LITTLE;
  }
}
