package org.motcua.bills;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.motcua.bills.model.Asked;
import org.motcua.bills.model.AskedStore;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Payable;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.PaymentSummary;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.Payments;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.platform.ids.NewId;
import org.motcua.platform.secrets.RandomToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has somebody pay what a creditor has just said to be owed. The same asked twice is one. */
@Service
class AskToPay {

  static final String MODULE = "bills";

  /** The sum may be another tomorrow. */
  private static final Duration HOLDS = Duration.ofHours(24);

  private static final int TOKEN_BYTES = 18;

  private final Payments payments;
  private final AskedStore asked;
  private final AuditTrail audit;
  private final Clock clock;

  AskToPay(Payments payments, AskedStore asked, AuditTrail audit, Clock clock) {
    this.payments = payments;
    this.asked = asked;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param actor as the audit trail names people
   */
  @Transactional
  AskOutcome ask(Enquiry enquiry, Payable payable, Payer payer, String actor) {
    asked.lock(enquiry.creditor(), enquiry.number());
    for (var other : asked.listStanding(enquiry.creditor(), enquiry.number())) {
      if (!other.sharesPartsWith(payable)) continue;
      if (other.settledAt() != null) return new AskOutcome.PaidAlready(other);
      if (isTheSame(other, payable)) continue;
      if (isUnderway(other)) return new AskOutcome.BeingPaid();
      payments.cancel(other.reference(), "BILL_CHOSEN_ANEW");
    }
    var token = RandomToken.fresh(TOKEN_BYTES);
    var payment = payments.request(wanted(enquiry, payable, payer, "/bills/asked/" + token));
    asked.add(written(enquiry, payable, payer, payment, token));
    audit.record(
        actor,
        "bills.asked",
        "payment",
        payment.id().value().toString(),
        Map.of("creditor", enquiry.creditor(), "dong", payable.total()));
    return new AskOutcome.GoAndPay(payment.page());
  }

  /** The same months for another income are not, nor a bill whose sum has changed. */
  private static boolean isTheSame(Asked other, Payable payable) {
    return other.reference().equals(payable.reference()) && other.total() == payable.total();
  }

  private boolean isUnderway(Asked other) {
    return payments
        .find(other.payment())
        .filter(it -> it.standing() == Standing.UNDERWAY)
        .isPresent();
  }

  private NewPayment wanted(Enquiry enquiry, Payable payable, Payer payer, String returnTo) {
    return new NewPayment(
        payable.reference(),
        enquiry.creditor().purpose(),
        payable.title(),
        payable.items(),
        payer,
        payable.facts(),
        MODULE,
        returnTo,
        clock.instant().plus(HOLDS));
  }

  private Asked written(
      Enquiry enquiry, Payable payable, Payer payer, PaymentSummary payment, String token) {
    var now = clock.instant();
    return new Asked(
        NewId.next(),
        token,
        enquiry,
        payable.reference(),
        payment.id(),
        payment.page(),
        payer.account(),
        payable.title(),
        payable.parts(),
        payable.facts(),
        payer.name(),
        payable.total(),
        now,
        now,
        null,
        null,
        null,
        null,
        0,
        0,
        0);
  }
}
