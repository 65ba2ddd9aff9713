package org.motcua.identity.officers;

/** Why an officer may not sign in for now. */
public enum SuspensionReason {
  /** Retired, moved to another agency, dismissed. */
  LEFT_SERVICE,
  ON_LEAVE,
  /** The phone or the password may be in other hands. */
  SECURITY
}
