package org.motcua.payments.refunding;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.motcua.payments.PaymentRefunded;
import org.motcua.payments.gateway.Gateways;
import org.motcua.payments.gateway.PaymentGateway.Refunding;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Posting;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.model.RefundStore;
import org.motcua.payments.refunding.RefundOutcome.NoSuchPayment;
import org.motcua.payments.refunding.RefundOutcome.NotNow;
import org.motcua.payments.refunding.RefundOutcome.NumberMissing;
import org.motcua.payments.refunding.RefundOutcome.Ordered;
import org.motcua.platform.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was agreed to through the gateway by which it came, and asks how far it is until it is
 * done. Killed between the gateway's answer and our note of it, it asks again: the gateway knows
 * the refund by its id.
 */
@Service
public class SendRefunds {

  private static final Logger log = LoggerFactory.getLogger(SendRefunds.class);

  private static final int BATCH = 20;
  private static final int BATCHES = 50;
  private static final int LONGEST_NUMBER = 50;
  private static final Duration ASKED_AGAIN = Duration.ofMinutes(2);

  private final PaymentStore payments;
  private final RefundStore refunds;
  private final Gateways gateways;
  private final Ledger ledger;
  private final RefundNotices notices;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  SendRefunds(
      PaymentStore payments,
      RefundStore refunds,
      Gateways gateways,
      Ledger ledger,
      RefundNotices notices,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.gateways = gateways;
    this.ledger = ledger;
    this.notices = notices;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** All whose turn it is. */
  public void sendAll() {
    for (var batch = 0; batch < BATCHES; batch++) {
      var now = clock.instant();
      var turn = refunds.takeTurn(now, now.plus(ASKED_AGAIN), BATCH);
      turn.forEach(this::send);
      if (turn.size() < BATCH) return;
    }
  }

  private void send(Refund refund) {
    if (refund.status() != RefundStatus.APPROVED) return;
    var payment = payments.find(refund.payment()).orElseThrow();
    var attempt = payments.findAttempt(refund.attempt()).orElseThrow();
    switch (ask(refund, attempt, payment)) {
      case Refunding.Done(String number) -> done(refund, number);
      case Refunding.Refused(String why) -> refused(refund, why);
      case Refunding.Underway none -> {}
      case Refunding.OutOfOrder none -> {}
    }
  }

  private Refunding ask(Refund refund, Attempt attempt, Payment payment) {
    try {
      return gateways.get(attempt.way()).refund(refund, attempt, payment);
    } catch (RuntimeException e) {
      log.warn("No word of refund {} from {}", refund.id(), attempt.way(), e);
      return new Refunding.OutOfOrder(e.getClass().getSimpleName());
    }
  }

  /** Another node may have been told the same. */
  private void done(Refund sent, String number) {
    transaction.executeWithoutResult(
        status -> {
          var payment = payments.findForUpdate(sent.payment()).orElseThrow();
          var refund = refunds.findForUpdate(sent.id()).orElseThrow();
          if (refund.status() != RefundStatus.APPROVED) return;
          var attempt = payments.findAttempt(refund.attempt()).orElseThrow();
          finish(payment, refund, attempt, number, gateways.get(attempt.way()).holding(payment));
        });
  }

  private void refused(Refund sent, String why) {
    transaction.executeWithoutResult(
        status ->
            refunds
                .findForUpdate(sent.id())
                .filter(refund -> refund.status() == RefundStatus.APPROVED)
                .ifPresent(refund -> refunds.move(refund.fail(why))));
  }

  /** Once more by the gateway; not where it is to go elsewhere, which no gateway does. */
  public RefundOutcome retry(UUID id, String by) {
    return transaction.execute(
        status -> {
          var found = refunds.findForUpdate(id);
          if (found.isEmpty()) return new NoSuchPayment();
          var refund = found.get();
          if (refund.status() != RefundStatus.FAILED || refund.destination() != null) {
            return new NotNow();
          }
          var again = refund.retry(clock.instant());
          refunds.move(again);
          record(by, "payments.refund_retried", again);
          return new Ordered(again);
        });
  }

  /**
   * It was given back in another way, by hand.
   *
   * @param number of the transfer or the voucher
   */
  public RefundOutcome doneByHand(UUID id, String number, String by) {
    var its = number.strip();
    if (its.isEmpty() || its.length() > LONGEST_NUMBER) return new NumberMissing();
    return transaction.execute(
        status -> {
          var found = refunds.find(id);
          if (found.isEmpty()) return new NoSuchPayment();
          var payment = payments.findForUpdate(found.get().payment()).orElseThrow();
          var refund = refunds.findForUpdate(id).orElseThrow();
          if (refund.status() != RefundStatus.FAILED) return new NotNow();
          var attempt = payments.findAttempt(refund.attempt()).orElseThrow();
          var done =
              finish(payment, refund, attempt, its, paidByHandFrom(payment, refund, attempt));
          record(by, "payments.refund_done_by_hand", done);
          return new Ordered(done);
        });
  }

  /**
   * The one who was paid transfers it; what never was his lies with the gateway, cash in the till.
   */
  private LedgerAccount paidByHandFrom(Payment payment, Refund refund, Attempt attempt) {
    var holding = gateways.get(attempt.way()).holding(payment);
    if (refund.surplus() || holding instanceof LedgerAccount.Counter) return holding;
    var to = payment.items().getFirst().to();
    return new LedgerAccount.Bank(to.bank(), to.account());
  }

  private Refund finish(
      Payment payment, Refund refund, Attempt attempt, String number, LedgerAccount from) {
    var now = clock.instant();
    var done = refund.done(number, now);
    refunds.move(done);
    ledger.enter(
        EntryKind.REFUND_DONE,
        "refund:" + done.id(),
        payment.id(),
        now,
        List.of(
            new Posting(new LedgerAccount.Refunds(attempt.way()), done.dong()),
            new Posting(from, -done.dong())));
    notices.done(payment, done);
    if (!done.surplus()) {
      events.publishEvent(
          new PaymentRefunded(
              payment.id(),
              payment.reference(),
              payment.askedBy(),
              now,
              done.dong(),
              allBack(payment)));
    }
    return done;
  }

  private boolean allBack(Payment payment) {
    return payment.total()
        == refunds.listOf(payment.id()).stream()
            .filter(refund -> !refund.surplus() && refund.status() == RefundStatus.DONE)
            .mapToLong(Refund::dong)
            .sum();
  }

  private void record(String by, String what, Refund refund) {
    audit.record(
        by,
        what,
        "payment",
        refund.payment().toString(),
        Map.of("refund", refund.id().toString(), "dong", refund.dong()));
  }
}
