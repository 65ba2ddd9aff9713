package org.motcua.simulators.outside.faults;

import java.util.List;
import java.util.Locale;

/** What can fail by itself while the rest goes on. */
public enum Service {
  POPULATION,
  INSURANCE,
  PHONES,
  ENTERPRISES,
  SMS,
  MAIL,
  CA,
  ELECTRICITY;

  private static final List<Fault> ALL = List.of(Fault.values());
  private static final List<Fault> WITH_REPLY_ALWAYS =
      ALL.stream().filter(fault -> fault != Fault.REPLY_LOST).toList();

  public List<Fault> faults() {
    return this == SMS || this == ELECTRICITY ? ALL : WITH_REPLY_ALWAYS;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String key() {
    return "faults.service." + code();
  }
}
