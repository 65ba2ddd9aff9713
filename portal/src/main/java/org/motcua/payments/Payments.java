package org.motcua.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.model.Act;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentState;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.model.RefundStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks people to pay. Works in the caller's transaction: what is rolled back was never asked for.
 */
@Service
public class Payments {

  private static final String REPLACED = "REPLACED";

  private final PaymentStore payments;
  private final RefundStore refunds;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Payments(
      PaymentStore payments, RefundStore refunds, ApplicationEventPublisher events, Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for it, once: one that is open for the same reference and the same items, or that is paid,
   * is what comes back. One that is open for other items is cancelled, and this stands in its
   * place.
   */
  @Transactional
  public PaymentSummary request(NewPayment asked) {
    var now = clock.instant();
    return payments
        .open(asked, now)
        .map(fresh -> summary(fresh, Standing.OPEN))
        .or(() -> standing(asked, now).map(this::summary))
        .orElseThrow(() -> new IllegalStateException("Cannot ask for " + asked.reference()));
  }

  private Optional<Payment> standing(NewPayment asked, Instant now) {
    return instead(asked, now).or(() -> payments.findStanding(asked.reference()));
  }

  /** In the place of one that is open and no longer right, if that is what stands in the way. */
  private Optional<Payment> instead(NewPayment asked, Instant now) {
    var standing = payments.findStandingForUpdate(asked.reference());
    if (standing.isEmpty()) return payments.open(asked, now); // closed this very moment
    var payment = standing.get();
    if (payment.status() != PaymentStatus.OPEN) return standing;
    if (payment.asksFor(asked) && payment.expiresAt().isAfter(now)) return standing;
    close(payment.cancel(REPLACED, now), now);
    return payments.open(asked, now);
  }

  /** What is open or paid for it; if nothing is, the last that was. */
  public Optional<PaymentSummary> find(String reference) {
    var all = payments.listFor(reference);
    return all.stream()
        .filter(each -> each.status() == PaymentStatus.OPEN || each.status().holdsMoney())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(this::summary);
  }

  public Optional<PaymentSummary> find(PaymentId id) {
    return payments.find(id).map(this::summary);
  }

  /**
   * Nobody is to pay it any more. Money that is on its way goes back by itself.
   *
   * @param why as the payer reads it: a message {@code payments.cancelled.<why>}
   * @return false where nothing was open: it may be paid, and then is a matter of a refund
   */
  @Transactional
  public boolean cancel(String reference, String why) {
    var open = payments.findStandingForUpdate(reference).filter(it -> it.allows(Act.CANCEL));
    open.ifPresent(payment -> close(payment.cancel(why, clock.instant()), clock.instant()));
    return open.isPresent();
  }

  private void close(Payment cancelled, Instant now) {
    payments.move(cancelled);
    events.publishEvent(
        new PaymentClosed(cancelled.id(), cancelled.reference(), cancelled.askedBy(), now, false));
  }

  private PaymentSummary summary(Payment payment) {
    return summary(payment, standing(payment));
  }

  private PaymentSummary summary(Payment payment, Standing standing) {
    return new PaymentSummary(
        payment.id(),
        payment.reference(),
        payment.page(),
        standing,
        payment.items(),
        payment.total(),
        payment.refunded(),
        payment.paidAt() == null ? List.of() : backs(payment),
        payment.expiresAt(),
        switch (payment.state()) {
          case PaymentState.Paid(var attempt, var at) -> at;
          case PaymentState.PartlyRefunded(PaymentState.Paid(var attempt, var at)) -> at;
          default -> null;
        });
  }

  /** What was paid too much was never part of it. */
  private List<PaymentSummary.Back> backs(Payment payment) {
    return refunds.listOf(payment.id()).stream()
        .filter(refund -> !refund.surplus() && refund.status() != RefundStatus.DECLINED)
        .map(
            refund ->
                new PaymentSummary.Back(
                    refund.dong(), refund.status() == RefundStatus.DONE, refund.orderedBy()))
        .toList();
  }

  private Standing standing(Payment payment) {
    return switch (payment.status()) {
      case OPEN -> isUnderway(payment) ? Standing.UNDERWAY : Standing.OPEN;
      case PAID, PARTLY_REFUNDED -> Standing.PAID;
      case EXPIRED, CANCELLED, REVERSED, REFUNDED -> Standing.ENDED;
    };
  }

  private boolean isUnderway(Payment payment) {
    return payments.listAttempts(payment.id()).stream().anyMatch(Attempt::isBeingPaid);
  }
}
