package org.motcua.bills;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.motcua.bills.model.AskedStore;
import org.motcua.payments.PaymentClosed;
import org.motcua.payments.PaymentEvent;
import org.motcua.payments.PaymentId;
import org.motcua.payments.PaymentRefunded;
import org.motcua.payments.PaymentReversed;
import org.motcua.payments.PaymentSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what happens to our payments, and that the creditor is to be told of it: both in the
 * transaction in which it happens.
 */
@Component
class HearOfPayments {

  private final AskedStore asked;
  private final SchedulerClient jobs;

  HearOfPayments(AskedStore asked, SchedulerClient jobs) {
    this.asked = asked;
    this.jobs = jobs;
  }

  @EventListener
  void on(PaymentEvent event) {
    if (!event.askedBy().equals(AskToPay.MODULE)) return;
    switch (event) {
      case PaymentClosed closed -> asked.closed(closed.id(), closed.at());
      case PaymentSettled settled -> {
        asked.settled(settled.id(), settled.at());
        tell(settled.id(), "paid");
      }
      case PaymentReversed reversed -> {
        asked.givenBack(reversed.id(), Long.MAX_VALUE / 2);
        tell(reversed.id(), "reversed");
      }
      case PaymentRefunded refunded -> {
        asked.givenBack(refunded.id(), refunded.dong());
        tell(refunded.id(), "refunded:" + refunded.at());
      }
    }
  }

  private void tell(PaymentId payment, String why) {
    asked
        .findByPayment(payment)
        .ifPresent(
            it ->
                // At once by the scheduler's own clock, which is not ours.
                jobs.scheduleIfNotExists(
                    new TaskInstance<>(BillsJobs.TELL, it.id() + ":" + why, it.id().toString()),
                    Instant.now()));
  }
}
