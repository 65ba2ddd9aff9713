package org.motcua.payments.gateway;

/** What came of a finding; each gateway's protocol has its own words for it. */
public enum Verdict {
  /** It changed something. */
  TAKEN,
  /** It was known, or says nothing new. */
  KNOWN_BEFORE,
  NO_SUCH_ATTEMPT,
  /** Another sum than was asked for; nothing was changed. */
  WRONG_AMOUNT
}
