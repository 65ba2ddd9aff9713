package org.motcua.simulators.outside.bank;

import java.util.Locale;

/** Who has this bank's application on the phone; none of these accounts exists. */
public enum Customer {
  MAI("970499", "0912000001", "NGUYEN THI MAI"),
  HUNG("970498", "0912000002", "TRAN VAN HUNG"),
  HOA("970497", "0912000003", "LE THI HOA"),
  SAO_VANG("970499", "5700123454", "CONG TY SAO VANG");

  private final Party party;

  Customer(String bank, String account, String name) {
    this.party = new Party(bank, account, name);
  }

  public Party party() {
    return party;
  }

  static Customer of(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return MAI;
    }
  }
}
