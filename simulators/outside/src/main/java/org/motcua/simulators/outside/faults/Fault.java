package org.motcua.simulators.outside.faults;

import java.util.Locale;

/** How a service fails in life. */
public enum Fault {
  /** All is well. */
  NONE,
  /** It answers 503 and does nothing. */
  UNAVAILABLE,
  /** It does what it is asked, but so late that callers have hung up. */
  SLOW,
  /** It answers in good form what is not so. */
  WRONG,
  /** It answers with something that is no answer, as proxies do. */
  GARBLED,
  /** It takes a message in and fails before it says so: the sender must send the same again. */
  REPLY_LOST,
  /** It takes nothing more for now: the sender is to come more slowly. */
  THROTTLED,
  /** It carries messages on and never tells that they have arrived. */
  NO_RECEIPT;

  public String key() {
    return "faults." + name().toLowerCase(Locale.ROOT);
  }
}
