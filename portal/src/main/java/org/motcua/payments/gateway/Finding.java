package org.motcua.payments.gateway;

import org.motcua.payments.model.Attempt;

/** What a gateway says of an attempt: by a notice, or when it is asked. */
public sealed interface Finding {

  /** The money is there. */
  record Paid(long dong, Attempt.Money money) implements Finding {}

  /** It does not know yet. */
  record Pending() implements Finding {}

  record Failed(Failure why) implements Finding {}

  /** It had been paid, and the bank has taken the money back. */
  record Reversed() implements Finding {}

  /** It knows no such attempt: the payer has not come there. */
  record Unknown() implements Finding {}

  /** It gives no answer now. */
  record OutOfOrder(String why) implements Finding {}
}
