package org.motcua.identity;

/** As the identity card writes it. */
public enum Gender {
  MALE,
  FEMALE
}
