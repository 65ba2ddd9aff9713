package org.motcua.simulators.outside.vnpay;

import java.util.Locale;

/** Why an order is not taken; the codes are the protocol's. */
public enum Refusal {
  MALFORMED("03"),
  EXPIRED("15"),
  WRONG_TERMINAL("02"),
  FORGED("70");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public String key() {
    return "vnpay.refused." + name().toLowerCase(Locale.ROOT);
  }
}
