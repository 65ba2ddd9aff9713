package org.motcua.simulators.agency.people;

/** Whose account it is. */
public enum Kind {
  CITIZEN,
  ENTERPRISE
}
