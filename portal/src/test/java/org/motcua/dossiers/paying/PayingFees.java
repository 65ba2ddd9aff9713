package org.motcua.dossiers.paying;

import java.time.Instant;
import java.util.UUID;
import org.motcua.dossiers.DossierId;
import org.motcua.payments.PaymentId;
import org.motcua.payments.gateway.BeginAttempt;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.gateway.TakeFinding;
import org.motcua.payments.gateway.TrialGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.PaymentStore;
import org.springframework.stereotype.Component;

/** Somebody who pays for a dossier online. */
@Component
public class PayingFees {

  private final FeePayments fees;
  private final PaymentStore payments;
  private final BeginAttempt begin;
  private final TakeFinding take;

  PayingFees(FeePayments fees, PaymentStore payments, BeginAttempt begin, TakeFinding take) {
    this.fees = fees;
    this.payments = payments;
    this.begin = begin;
    this.take = take;
  }

  public boolean isToPayFirst(DossierId id) {
    return fees.open(id).isPresent();
  }

  /** All of what is asked for now, and without the portal's following it. */
  public Attempt pay(DossierId id) {
    var attempt = begin(id);
    arrive(attempt);
    return attempt;
  }

  /** Goes to the bank, and no further. */
  public Attempt begin(DossierId id) {
    var payment = payments.find(fees.open(id).orElseThrow().id()).orElseThrow();
    var visit = new PaymentGateway.Visit("127.0.0.1", "http://localhost/pay/x", "vi");
    var outcome = begin.begin(payment, TrialGateway.ID, visit);
    return ((BeginAttempt.Outcome.GoTo) outcome).attempt();
  }

  /** The money comes. */
  public void arrive(Attempt attempt) {
    var money = new Attempt.Money(UUID.randomUUID().toString(), "NCB", Instant.now());
    take.take(TrialGateway.ID, attempt.ref(), new Finding.Paid(attempt.dong(), money));
  }

  public void reverse(Attempt attempt) {
    take.take(TrialGateway.ID, attempt.ref(), new Finding.Reversed());
  }

  public PaymentId idOf(Attempt attempt) {
    return attempt.payment();
  }
}
