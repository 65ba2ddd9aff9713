package org.motcua.payments.finance;

/** What came of an act, as the page says it next; the words are {@code payments.finance.told.*}. */
public enum Told {
  ORDERED(true),
  TO_BE_AGREED(true),
  AGREED(true),
  DECLINED(true),
  SENT_AGAIN(true),
  BY_HAND(true),
  ASKED(true),
  TOO_OFTEN(false),
  NOTHING_LEFT(false),
  OWN_ORDER(false),
  NOT_NOW(false),
  NO_NUMBER(false);

  private final boolean done;

  Told(boolean done) {
    this.done = done;
  }

  public boolean done() {
    return done;
  }
}
