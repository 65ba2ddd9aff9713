package org.motcua.organisation;

/** The three levels of local government; since July 2025 the middle one is empty. */
public enum UnitLevel {
  PROVINCE,
  DISTRICT,
  COMMUNE
}
