package org.motcua.bills;

import org.motcua.bills.model.Asked;

/** What comes of wanting to pay. */
sealed interface AskOutcome {

  /** There it is paid. */
  record GoAndPay(String page) implements AskOutcome {}

  /** Somebody is paying a part of it at this moment. */
  record BeingPaid() implements AskOutcome {}

  /** It is paid, here; the creditor may not have heard yet. */
  record PaidAlready(Asked asked) implements AskOutcome {}
}
