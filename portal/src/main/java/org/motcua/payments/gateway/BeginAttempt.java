package org.motcua.payments.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.motcua.payments.PaymentId;
import org.motcua.payments.StillOwed;
import org.motcua.payments.gateway.PaymentGateway.Beginning;
import org.motcua.payments.gateway.PaymentGateway.Visit;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends somebody to pay in one way. */
@Service
public class BeginAttempt {

  /** Without any notice the money is known of within two minutes: the gateway is asked by then. */
  private static final Duration FIRST_ASKED = Duration.ofSeconds(60);

  private final PaymentStore payments;
  private final Gateways gateways;
  private final ObjectProvider<StillOwed> checks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  BeginAttempt(
      PaymentStore payments,
      Gateways gateways,
      ObjectProvider<StillOwed> checks,
      TransactionTemplate transaction,
      Clock clock) {
    this.payments = payments;
    this.gateways = gateways;
    this.checks = checks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What the payer is told. */
  public sealed interface Outcome {

    /** Pays there. */
    record GoTo(Attempt attempt, String address) implements Outcome {}

    /** Is shown on our own page how to pay. */
    record StayHere(Attempt attempt) implements Outcome {}

    /** Nothing is to be paid any more: it is paid, or its time has run out. */
    record NotOpen(PaymentStatus status) implements Outcome {}

    /** That way is not offered for it. */
    record NoSuchWay() implements Outcome {}

    record OutOfOrder(String way) implements Outcome {}
  }

  /**
   * The second of two clicks, and the second of two tabs, lead to the same attempt as long as that
   * may still be paid.
   */
  public Outcome begin(Payment payment, String way, Visit visit) {
    if (payment.status() != PaymentStatus.OPEN) return new Outcome.NotOpen(payment.status());
    var found = gateways.find(way).filter(gateway -> gateway.takes(payment));
    if (found.isEmpty()) return new Outcome.NoSuchWay();
    var gateway = found.get();
    var now = clock.instant();
    var before = standing(payment.id(), way, now);
    if (before.isPresent()) return outcome(before.get());
    var status = statusNow(payment);
    if (status != PaymentStatus.OPEN) return new Outcome.NotOpen(status);

    var until = gateway.until(payment, now);
    var attempt =
        Attempt.begin(
            payment, way, now, until, gateway.canBeAsked() ? now.plus(FIRST_ASKED) : until);
    return switch (gateway.begin(attempt, payment, visit)) {
      case Beginning.GoTo(String address) -> keep(attempt.at(address));
      case Beginning.StayHere none -> keep(attempt);
      case Beginning.OutOfOrder(String why) -> new Outcome.OutOfOrder(way);
    };
  }

  /** After whoever has asked for it has looked once more whether it is owed. */
  private PaymentStatus statusNow(Payment payment) {
    var check = checks.stream().filter(it -> it.askedBy().equals(payment.askedBy())).findFirst();
    if (check.isEmpty()) return payment.status();
    check.get().check(payment.reference());
    return payments.find(payment.id()).orElseThrow().status();
  }

  /** One that was begun here or elsewhere and can still be gone on with. */
  private Optional<Attempt> standing(PaymentId payment, String way, Instant now) {
    return payments.listAttempts(payment).stream()
        .filter(attempt -> attempt.way().equals(way) && attempt.goesOn(now))
        .findFirst();
  }

  private Outcome keep(Attempt attempt) {
    return transaction.execute(
        status -> {
          var payment = payments.findForUpdate(attempt.payment()).orElseThrow();
          if (payment.status() != PaymentStatus.OPEN) {
            return new Outcome.NotOpen(payment.status());
          }
          return outcome(
              standing(payment.id(), attempt.way(), clock.instant())
                  .orElseGet(
                      () -> {
                        payments.begin(attempt);
                        return attempt;
                      }));
        });
  }

  private static Outcome outcome(Attempt attempt) {
    var address = attempt.address();
    return address == null ? new Outcome.StayHere(attempt) : new Outcome.GoTo(attempt, address);
  }
}
