package org.motcua.simulators.outside.registers;

/** As the population register writes it. */
public enum Gender {
  FEMALE,
  MALE;

  public String key() {
    return this == FEMALE ? "registers.female" : "registers.male";
  }
}
