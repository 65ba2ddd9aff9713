package org.motcua.identity.registers;

import java.util.Locale;

/** A base register; each may be out of order by itself. */
public enum Register {
  /** Persons: the national population database. */
  POPULATION,
  /** Who is insured under which number: Vietnam Social Security. */
  INSURANCE,
  /** In whose name a phone is registered: the operators. */
  PHONES,
  /** Enterprises and who represents them: the national enterprise register. */
  ENTERPRISES;

  String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}
