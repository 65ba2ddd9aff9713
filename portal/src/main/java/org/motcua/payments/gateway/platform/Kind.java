package org.motcua.payments.gateway.platform;

/** LoaiBanTin. INIT and GET_BILL are the contract's; the others are to be confirmed. */
enum Kind {
  INIT,
  /** Server to server: what became of a payment. */
  CONFIRM,
  /** The same, with which the payer's browser is sent back. */
  RETURN,
  QUERY,
  GET_BILL,
  REFUND
}
