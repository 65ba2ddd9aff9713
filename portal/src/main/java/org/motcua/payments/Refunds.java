package org.motcua.payments;

import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Refund;
import org.motcua.payments.refunding.OrderRefund;
import org.motcua.payments.refunding.RefundOutcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back by a rule of whoever had asked for it. Works in the caller's transaction. Above
 * the limit an accountant agrees first; all else goes back by itself.
 */
@Service
public class Refunds {

  private final PaymentStore payments;
  private final OrderRefund orderRefund;

  Refunds(PaymentStore payments, OrderRefund orderRefund) {
    this.payments = payments;
    this.orderRefund = orderRefund;
  }

  /**
   * @param most at most this much of it, in dong; less, if less is left
   * @param rule why, as the payer reads it: a message {@code payments.refund.rule.<rule>}
   * @param by as the audit trail names people, such as {@code system:dossiers}
   * @param cause by which the same refund of one payment is known again: ordered twice it is one
   * @return how much goes back by this cause, in dong: nought if nothing was paid or left
   */
  @Transactional
  public long order(String reference, long most, String rule, String by, String cause) {
    var standing = payments.findStandingForUpdate(reference);
    if (standing.isEmpty()) return 0;
    var payment = standing.get();
    var dong = Math.min(most, orderRefund.left(payment));
    return switch (orderRefund.order(
        payment.id(), dong, Refund.RULE + rule, null, by, payment.id() + ":" + cause)) {
      case RefundOutcome.Ordered(var refund) -> refund.dong();
      default -> 0;
    };
  }
}
