package org.motcua.payments.model;

/** How far money is on its way back. */
public enum RefundStatus {
  /** Above the limit: a second person must agree. */
  ORDERED,
  DECLINED,
  /** To be sent to the gateway, or sent; the gateway's word is waited for. */
  APPROVED,
  DONE,
  /** The gateway would not, or cannot; somebody has to see to it, and it stays owed until then. */
  FAILED;

  public boolean ended() {
    return this == DECLINED || this == DONE;
  }
}
