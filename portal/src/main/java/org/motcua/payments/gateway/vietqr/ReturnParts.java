package org.motcua.payments.gateway.vietqr;

import java.time.Clock;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has paid a part asks for it back, instead of paying the rest. */
@Service("returnTransferredParts")
class ReturnParts {

  private final PaymentStore payments;
  private final SendBack sendBack;
  private final Clock clock;

  ReturnParts(PaymentStore payments, SendBack sendBack, Clock clock) {
    this.payments = payments;
    this.sendBack = sendBack;
    this.clock = clock;
  }

  /** The second of two clicks finds nothing to give back. */
  @Transactional
  void of(Payment payment) {
    var now = clock.instant();
    payments.findForUpdate(payment.id());
    for (var attempt : payments.listAttempts(payment.id())) {
      if (attempt.way().equals(VietQrGateway.ID) && attempt.status() == AttemptStatus.PENDING) {
        sendBack.all(attempt, now);
        payments.move(attempt.lapse(now));
      }
    }
  }
}
