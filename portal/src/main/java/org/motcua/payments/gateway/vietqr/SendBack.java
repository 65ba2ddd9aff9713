package org.motcua.payments.gateway.vietqr;

import java.time.Instant;
import org.motcua.payments.PaymentClosed;
import org.motcua.payments.PaymentId;
import org.motcua.payments.PaymentSettled;
import org.motcua.payments.gateway.FellShort;
import org.motcua.payments.gateway.GiveBack;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.PaymentStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders what has come in vain back to whoever sent it. Whoever calls has locked the payment. */
@Component("sendBackCredits")
@Transactional(propagation = Propagation.MANDATORY)
class SendBack {

  private final BankCredits credits;
  private final PaymentStore payments;
  private final GiveBack giveBack;

  SendBack(BankCredits credits, PaymentStore payments, GiveBack giveBack) {
    this.credits = credits;
    this.payments = payments;
    this.giveBack = giveBack;
  }

  /**
   * @param dong all of it, or what of it was too much
   */
  void part(Credit credit, long dong, Attempt attempt, Instant now) {
    var refund = giveBack.surplus(attempt, dong, now);
    credits.giveBack(credit, dong, refund.id());
  }

  /** Each to the account it came from. */
  void all(Attempt attempt, Instant now) {
    for (var kept : credits.listFor(attempt.id())) {
      if (kept.givenBack() == 0) part(kept.credit(), kept.credit().dong(), attempt, now);
    }
  }

  /** Its time ran out. */
  @EventListener
  void on(FellShort event) {
    if (event.attempt().way().equals(VietQrGateway.ID)) all(event.attempt(), event.at());
  }

  /** In another way, while a part had come in this one. */
  @EventListener
  void on(PaymentSettled event) {
    partsFor(event.id(), event.at());
  }

  @EventListener
  void on(PaymentClosed event) {
    partsFor(event.id(), event.at());
  }

  private void partsFor(PaymentId payment, Instant now) {
    for (var attempt : payments.listAttempts(payment)) {
      if (attempt.way().equals(VietQrGateway.ID) && attempt.status() == AttemptStatus.PENDING) {
        var last = credits.listFor(attempt.id()).getLast().credit();
        all(attempt, now);
        payments.move(attempt.surplus(attempt.received(), last.money(), now));
      }
    }
  }
}
