package org.motcua.eservices;

/** Who may apply. */
public enum Audience {
  CITIZEN,
  ENTERPRISE
}
