package org.motcua.simulators.outside.debts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is owed. */
public enum Creditor {
  FINES,
  ELECTRICITY,
  WATER,
  TAXES,
  JUDICIAL,
  INSURANCE;

  static Optional<Creditor> at(String path) {
    return Arrays.stream(values()).filter(one -> one.path().equals(path)).findFirst();
  }

  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "debts.of." + path();
  }

  /** Whether it tells nothing to who cannot say whose the number is. */
  boolean asksForAName() {
    return this == FINES || this == JUDICIAL || this == INSURANCE;
  }
}
