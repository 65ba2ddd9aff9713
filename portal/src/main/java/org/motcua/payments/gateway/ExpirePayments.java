package org.motcua.payments.gateway;

import java.time.Clock;
import java.time.Instant;
import org.motcua.payments.PaymentClosed;
import org.motcua.payments.PaymentId;
import org.motcua.payments.model.Act;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.PaymentStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends payments whose time has run out, once no money can be on its way to them any more. */
@Service
class ExpirePayments {

  private static final int BATCH = 500;

  private final PaymentStore payments;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ExpirePayments(
      PaymentStore payments,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.payments = payments;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  void expireAll() {
    var now = clock.instant();
    int done;
    do {
      var batch = payments.listToExpire(now, BATCH);
      for (var id : batch) transaction.executeWithoutResult(status -> expire(id, now));
      done = batch.size();
    } while (done == BATCH);
  }

  /** Somebody may have begun to pay since it was listed. */
  private void expire(PaymentId id, Instant now) {
    payments
        .findForUpdate(id)
        .filter(payment -> payment.allows(Act.EXPIRE))
        .filter(
            payment ->
                payments.listAttempts(id).stream()
                    .map(Attempt::status)
                    .noneMatch(AttemptStatus::underway))
        .ifPresent(
            payment -> {
              payments.move(payment.expire(now));
              events.publishEvent(
                  new PaymentClosed(id, payment.reference(), payment.askedBy(), now, true));
            });
  }
}
