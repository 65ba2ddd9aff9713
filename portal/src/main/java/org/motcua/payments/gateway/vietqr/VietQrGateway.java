package org.motcua.payments.gateway.vietqr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.motcua.payments.gateway.Finding;
import org.motcua.payments.gateway.PaymentGateway;
import org.motcua.payments.gateway.vietqr.BankCredits.Kept;
import org.motcua.payments.gateway.vietqr.Credit.Sender;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.Refund;
import org.springframework.stereotype.Component;

/**
 * A transfer with any bank's own application, by a code or by hand. Nobody can be asked about it:
 * the bank tells when money has come.
 */
@Component
class VietQrGateway implements PaymentGateway {

  static final String ID = "vietqr";

  private static final int RANK = 15;

  /** What banks transfer at once. */
  private static final long LEAST = 2_000;

  private static final long MOST = 499_999_999;

  private final OurAccount ours;
  private final BankCredits credits;
  private final BankOrders orders;

  VietQrGateway(OurAccount ours, BankCredits credits, BankOrders orders) {
    this.ours = ours;
    this.credits = credits;
    this.orders = orders;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public boolean takes(Payment payment) {
    return ours.isSetUp() && payment.total() >= LEAST && payment.total() <= MOST;
  }

  @Override
  public Duration patience() {
    return ours.patience();
  }

  /** As long as it may be paid at all: a transfer by hand may take a day. */
  @Override
  public Instant until(Payment payment, Instant now) {
    var soonest = now.plus(patience());
    return payment.expiresAt().isAfter(soonest) ? payment.expiresAt() : soonest;
  }

  @Override
  public boolean canBeAsked() {
    return false;
  }

  @Override
  public LedgerAccount holding(Payment payment) {
    return ours.inTheBooks();
  }

  @Override
  public Beginning begin(Attempt attempt, Payment payment, Visit visit) {
    return new Beginning.StayHere();
  }

  @Override
  public Finding ask(Attempt attempt) {
    return new Finding.Unknown();
  }

  /** To the account it came from. What came from several is nothing that a machine should share. */
  @Override
  public Refunding refund(Refund refund, Attempt attempt, Payment payment) {
    if (refund.destination() != null) return new Refunding.Refused("TO_ANOTHER_ACCOUNT");
    var to = refund.surplus() ? credits.findSender(refund.id()) : onlySender(attempt);
    return to.map(sender -> orders.transfer(refund, attempt, sender))
        .orElseGet(() -> new Refunding.Refused("SENDER_UNKNOWN"));
  }

  private Optional<Sender> onlySender(Attempt attempt) {
    var senders =
        credits.listFor(attempt.id()).stream()
            .filter(kept -> kept.used() > 0)
            .map(Kept::credit)
            .map(credit -> Optional.ofNullable(credit.sender()))
            .distinct()
            .toList();
    return senders.size() == 1 ? senders.getFirst() : Optional.empty();
  }
}
