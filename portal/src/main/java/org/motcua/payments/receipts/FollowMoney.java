package org.motcua.payments.receipts;

import org.motcua.payments.PaymentRefunded;
import org.motcua.payments.PaymentReversed;
import org.motcua.payments.model.Receipt.Why;
import org.motcua.payments.model.ReceiptStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What goes back changes what the receipt must say; noted where the money moves, done later. */
@Component("receiptsFollowMoney")
class FollowMoney {

  private final ReceiptStore receipts;

  FollowMoney(ReceiptStore receipts) {
    this.receipts = receipts;
  }

  @EventListener
  void on(PaymentRefunded event) {
    if (event.whole()) receipts.annul(event.id(), Why.REFUNDED, event.at());
    else receipts.wantForTheRest(event.id(), event.dong(), event.at());
  }

  @EventListener
  void on(PaymentReversed event) {
    receipts.annul(event.id(), Why.REVERSED, event.at());
  }
}
