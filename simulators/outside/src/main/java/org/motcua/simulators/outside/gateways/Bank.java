package org.motcua.simulators.outside.gateways;

import java.util.Locale;

/** Where people of this country have their money; none of these exists. */
public enum Bank {
  HOASEN,
  CANHDIEU,
  SAOMAI,
  TRUNGDU,
  BIENXANH,
  LUAVANG;

  public String key() {
    return "vnpay.bank." + name().toLowerCase(Locale.ROOT);
  }

  public String colour() {
    return "bank-" + name().toLowerCase(Locale.ROOT);
  }
}
