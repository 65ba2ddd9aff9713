package org.motcua.simulators.outside;

import java.util.Locale;

/** How a text-message provider fails in life. */
public enum Fault {
  /** All is well. */
  NONE,
  /** It answers 503 and takes nothing in. */
  UNAVAILABLE,
  /** It takes messages in, but so late that callers have hung up. */
  SLOW,
  /** It takes a message in and fails before it says so: the sender must send the same again. */
  REPLY_LOST;

  public String key() {
    return "faults." + name().toLowerCase(Locale.ROOT);
  }
}
