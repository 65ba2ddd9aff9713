package org.motcua.payments.refunding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.payments.PaymentId;
import org.motcua.payments.Purpose;
import org.motcua.payments.model.AccountField;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentState;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Posting;
import org.motcua.payments.model.Refund;
import org.motcua.payments.model.RefundStatus;
import org.motcua.payments.model.RefundStore;
import org.motcua.payments.model.Shares;
import org.motcua.payments.refunding.RefundOutcome.AccountFaulty;
import org.motcua.payments.refunding.RefundOutcome.NoSuchPayment;
import org.motcua.payments.refunding.RefundOutcome.NotNow;
import org.motcua.payments.refunding.RefundOutcome.NothingToGiveBack;
import org.motcua.payments.refunding.RefundOutcome.OnlyTheSameWay;
import org.motcua.payments.refunding.RefundOutcome.Ordered;
import org.motcua.payments.refunding.RefundOutcome.OwnOrder;
import org.motcua.payments.refunding.RefundOutcome.ReasonMissing;
import org.motcua.payments.refunding.RefundOutcome.TooMuch;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders money back. The payment's row is locked first, as everybody does, so that refunds and
 * reversals of one payment come one after another and never give back more than was paid.
 */
@Service
public class OrderRefund {

  /** Of these the law lets money go to another account than it came from. */
  static final Set<Purpose> ELSEWHERE =
      EnumSet.of(Purpose.FEE, Purpose.CONTRIBUTION, Purpose.JUDICIAL_CHARGE);

  private static final int LONGEST_REASON = 500;

  private final PaymentStore payments;
  private final RefundStore refunds;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Clock clock;
  private final long limit;

  OrderRefund(
      PaymentStore payments,
      RefundStore refunds,
      Ledger ledger,
      AuditTrail audit,
      Clock clock,
      @Value("${motcua.payments.refund-limit}") long limit) {
    this.payments = payments;
    this.refunds = refunds;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * @param dong all that is left, or a part of it
   * @param destination another account; null: the way it came
   * @param by as the audit trail names people
   * @param cause by which the same order, sent twice, is known again
   */
  @Transactional
  public RefundOutcome order(
      PaymentId id,
      long dong,
      String reason,
      Refund.@Nullable Destination destination,
      String by,
      String cause) {
    var found = payments.findForUpdate(id);
    if (found.isEmpty()) return new NoSuchPayment();
    var before = refunds.findByCause(cause);
    if (before.isPresent()) return new Ordered(before.get());
    var payment = found.get();
    var left = left(payment);
    if (left == 0) return new NothingToGiveBack();
    if (dong <= 0 || dong > left) return new TooMuch(left);
    var why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) return new ReasonMissing();
    if (destination != null) {
      if (!mayGoElsewhere(payment)) return new OnlyTheSameWay();
      var faulty =
          AccountField.faulty(destination.name(), destination.account(), destination.bank());
      if (!faulty.isEmpty()) return new AccountFaulty(faulty);
    }

    var now = clock.instant();
    var refund = refund(payment, dong, why, destination, by, now);
    refunds.order(refund, cause);
    if (refund.status() == RefundStatus.APPROVED) book(payment, refund, now);
    record(by, "payments.refund_ordered", refund);
    return new Ordered(refund);
  }

  /** To another account than it came from. */
  public static boolean mayGoElsewhere(Payment payment) {
    return ELSEWHERE.contains(payment.purpose());
  }

  /** What nobody has ordered back yet, whether it is agreed to or not. */
  public long left(Payment payment) {
    var waiting =
        refunds.listOf(payment.id()).stream()
            .filter(refund -> refund.status() == RefundStatus.ORDERED)
            .mapToLong(Refund::dong)
            .sum();
    return Math.max(0, payment.refundable() - waiting);
  }

  private Refund refund(
      Payment payment,
      long dong,
      String why,
      Refund.@Nullable Destination destination,
      String by,
      Instant now) {
    var two = dong > limit || destination != null;
    return new Refund(
        NewId.next(),
        payment.id(),
        paidBy(payment),
        dong,
        false,
        why,
        two ? RefundStatus.ORDERED : RefundStatus.APPROVED,
        destination,
        now,
        by,
        null,
        null,
        null,
        null,
        two ? null : now);
  }

  private static UUID paidBy(Payment payment) {
    return switch (payment.state()) {
      case PaymentState.Paid(var attempt, var at) -> attempt;
      case PaymentState.PartlyRefunded(PaymentState.Paid(var attempt, var at)) -> attempt;
      default -> throw new IllegalStateException(payment.id() + " is not paid");
    };
  }

  /** From now on it is the payer's. */
  private void book(Payment payment, Refund refund, Instant now) {
    var way = payments.findAttempt(refund.attempt()).orElseThrow().way();
    var postings = new ArrayList<>(Shares.givenBack(payment, refund.dong()));
    postings.add(new Posting(new LedgerAccount.Refunds(way), -refund.dong()));
    ledger.enter(EntryKind.REFUND_ORDERED, "refund:" + refund.id(), payment.id(), now, postings);
    payments.move(payment.refund(refund.dong()));
  }

  /** The second person agrees. */
  @Transactional
  public RefundOutcome approve(UUID id, String by) {
    var found = refunds.find(id);
    if (found.isEmpty()) return new NoSuchPayment();
    var payment = payments.findForUpdate(found.get().payment()).orElseThrow();
    var refund = refunds.findForUpdate(id).orElseThrow();
    if (refund.status() != RefundStatus.ORDERED) return new NotNow();
    if (refund.orderedBy().equals(by)) return new OwnOrder();
    if (refund.dong() > payment.refundable()) return new NotNow();
    var now = clock.instant();
    var approved = refund.approve(by, now);
    refunds.move(approved);
    book(payment, approved, now);
    record(by, "payments.refund_approved", approved);
    return new Ordered(approved);
  }

  /** Anybody with the right may, whoever has ordered it as well. */
  @Transactional
  public RefundOutcome decline(UUID id, String by) {
    var found = refunds.findForUpdate(id);
    if (found.isEmpty()) return new NoSuchPayment();
    if (found.get().status() != RefundStatus.ORDERED) return new NotNow();
    var declined = found.get().decline(by, clock.instant());
    refunds.move(declined);
    record(by, "payments.refund_declined", declined);
    return new Ordered(declined);
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
