package org.motcua.payments.refunding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.motcua.payments.model.Payment;
import org.springframework.stereotype.Component;

/** Gives money back for tests of other packages, until it is there. */
@Component
public class PaymentsGivenBack {

  private final OrderRefund orderRefund;
  private final SendRefunds sendRefunds;

  PaymentsGivenBack(OrderRefund orderRefund, SendRefunds sendRefunds) {
    this.orderRefund = orderRefund;
    this.sendRefunds = sendRefunds;
  }

  public void giveBack(Payment payment, long dong) {
    var ordered =
        orderRefund.order(
            payment.id(), dong, "Thử", null, "officer:test", UUID.randomUUID().toString());
    assertThat(ordered).isInstanceOf(RefundOutcome.Ordered.class);
    sendRefunds.sendAll();
  }
}
