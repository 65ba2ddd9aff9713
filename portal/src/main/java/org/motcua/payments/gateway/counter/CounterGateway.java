package org.motcua.payments.gateway.counter;

import java.time.Duration;
import org.motcua.payments.Fact;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.springframework.stereotype.Component;

/** Payers do not choose it by a button: they go to the agency, where an officer records it. */
@Component
public class CounterGateway implements PaymentGateway {

  public static final String ID = "counter";

  /** The agency that charges; if none is named, the one whom the first item goes to. */
  public static String owner(Payment payment) {
    var agency = payment.facts().get(Fact.AGENCY);
    return agency == null ? payment.items().getFirst().to().owner() : agency;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return 90;
  }

  @Override
  public boolean takes(Payment payment) {
    return false;
  }

  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public boolean canBeAsked() {
    return false;
  }

  @Override
  public LedgerAccount holding(Payment payment) {
    return new LedgerAccount.Counter(owner(payment));
  }

  @Override
  public Beginning begin(Attempt attempt, Payment payment, Visit visit) {
    return new Beginning.StayHere();
  }

  @Override
  public Finding ask(Attempt attempt) {
    return new Finding.Unknown();
  }

  /** An officer hands it out and records that. */
  @Override
  public Refunding refund(Refund refund, Attempt attempt, Payment payment) {
    return new Refunding.Refused("AT_THE_COUNTER");
  }
}
