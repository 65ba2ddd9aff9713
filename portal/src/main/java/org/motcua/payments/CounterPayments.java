package org.motcua.payments;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.gateway.TakeFinding;
import org.motcua.payments.gateway.counter.CounterGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.PaymentStore.Underway;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records money that an officer has taken at an agency's counter. */
@Service
public class CounterPayments {

  private final PaymentStore payments;
  private final TakeFinding takeFinding;
  private final AuditTrail audit;
  private final Clock clock;

  CounterPayments(PaymentStore payments, TakeFinding takeFinding, AuditTrail audit, Clock clock) {
    this.payments = payments;
    this.takeFinding = takeFinding;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who takes the money.
   *
   * @param auditName as the audit trail names him
   */
  public record Cashier(String auditName, AgencyId agency, Set<Role> roles) {}

  public enum Means {
    CASH,
    CARD
  }

  public sealed interface Outcome {

    /** It is paid; a receipt follows. */
    record Recorded(PaymentId id) implements Outcome {}

    /** It was paid before, here or in another way: no money is to be taken. */
    record PaidBefore(PaymentId id) implements Outcome {}

    /** Its time has run out, or it was cancelled: it is to be asked for anew. */
    record NotOpen(PaymentId id) implements Outcome {}

    record NoSuchPayment() implements Outcome {}

    /** Another agency charges it. */
    record ElsewhereDue(String owner) implements Outcome {}

    record RoleMissing(Role role) implements Outcome {}
  }

  /**
   * @param reference what is paid for, as {@link NewPayment} had it
   */
  @Transactional
  public Outcome record(String reference, Cashier by, Means means) {
    return payments
        .findStandingForUpdate(reference)
        .map(payment -> record(payment, by, means))
        .orElseGet(Outcome.NoSuchPayment::new);
  }

  /** The second of two clicks, and the second of two officers, find it paid. */
  @Transactional
  public Outcome record(PaymentId id, Cashier by, Means means) {
    return payments
        .findForUpdate(id)
        .map(payment -> record(payment, by, means))
        .orElseGet(Outcome.NoSuchPayment::new);
  }

  private Outcome record(Payment payment, Cashier by, Means means) {
    if (!by.roles().contains(Role.RECEPTION)) return new Outcome.RoleMissing(Role.RECEPTION);
    var owner = CounterGateway.owner(payment);
    if (!owner.equals(by.agency().value())) return new Outcome.ElsewhereDue(owner);
    if (payment.status().holdsMoney()) return new Outcome.PaidBefore(payment.id());
    var now = clock.instant();
    if (payment.status() != PaymentStatus.OPEN) return new Outcome.NotOpen(payment.id());

    var attempt = Attempt.begin(payment, CounterGateway.ID, now, now, null);
    payments.begin(attempt);
    takeFinding.settle(
        new Underway(attempt, payment),
        new Attempt.Money(attempt.ref(), means.name(), now),
        new LedgerAccount.Counter(owner),
        EntryKind.PAID);
    audit.record(
        by.auditName(),
        "payments.taken_at_counter",
        "payment",
        payment.id().toString(),
        Map.of("agency", owner, "dong", payment.total(), "means", means.name()));
    return new Outcome.Recorded(payment.id());
  }
}
