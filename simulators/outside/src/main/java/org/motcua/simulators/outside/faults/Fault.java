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
  NO_RECEIPT,
  /** It gives no money back. */
  REFUSING_REFUNDS,
  /** What it has to tell comes some time later. */
  NOTICE_LATE,
  /** What it has to tell comes twice, at the same time. */
  NOTICE_TWICE,
  /** What it has to tell is never told; whoever wants to know has to ask. */
  NOTICE_LOST,
  /** That it has failed is told first, and that it was paid a moment later. */
  NOTICE_DISORDERED,
  /** Neither is anything told, nor does the payer come back. */
  ALL_LOST;

  public String key() {
    return "faults." + name().toLowerCase(Locale.ROOT);
  }
}
