package org.motcua.payments.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.motcua.payments.PaymentId;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A way to pay that does what a test says; for references that begin with {@code trial:}, for
 * dossiers' and for bills.
 */
@Component
public class TrialGateway implements PaymentGateway {

  public static final String ID = "trial";

  private final Map<String, Finding> findings = new ConcurrentHashMap<>();
  private final Map<PaymentId, Refunding> refundings = new ConcurrentHashMap<>();
  private final Map<PaymentId, Integer> asked = new ConcurrentHashMap<>();

  public void willSay(Attempt attempt, Finding finding) {
    findings.put(attempt.ref(), finding);
  }

  public void willRefund(Payment payment, Refunding answer) {
    refundings.put(payment.id(), answer);
  }

  /** How often it was told to send money back. */
  public int refundsAsked(Payment payment) {
    return asked.getOrDefault(payment.id(), 0);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return 99;
  }

  @Override
  public boolean takes(Payment payment) {
    return payment.reference().startsWith("trial:")
        || payment.reference().startsWith("dossier:")
        || payment.askedBy().equals("bills");
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(15);
  }

  @Override
  public boolean canBeAsked() {
    return true;
  }

  @Override
  public LedgerAccount holding(Payment payment) {
    return new LedgerAccount.Clearing(ID);
  }

  @Override
  public Beginning begin(Attempt attempt, Payment payment, Visit visit) {
    requireNoTransaction();
    return new Beginning.GoTo("https://trial.example/pay?ref=" + attempt.ref());
  }

  @Override
  public Finding ask(Attempt attempt) {
    requireNoTransaction();
    return findings.getOrDefault(attempt.ref(), new Finding.Unknown());
  }

  @Override
  public Refunding refund(Refund refund, Attempt attempt, Payment payment) {
    requireNoTransaction();
    asked.merge(payment.id(), 1, Integer::sum);
    return refundings.getOrDefault(payment.id(), new Refunding.Done("back-" + refund.id()));
  }

  /** Not caught as other troubles of gateways are. */
  private static void requireNoTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new AssertionError("A gateway is called within a transaction");
    }
  }
}
