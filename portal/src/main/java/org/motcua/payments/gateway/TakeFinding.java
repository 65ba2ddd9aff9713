package org.motcua.payments.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motcua.payments.PaymentReversed;
import org.motcua.payments.PaymentSettled;
import org.motcua.payments.model.Act;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStatus;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.PaymentStore.Underway;
import org.motcua.payments.model.Posting;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.payments.model.Shares;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a gateway's word means. It may come twice, late, in any order, and from several sides
 * at once: the payment's row is locked, so each word finds what the others have done.
 *
 * <p>Money is the truth. Whatever was thought of an attempt before, money that comes pays for what
 * is still owed; if nothing is, it is kept apart and goes back.
 */
@Service
public class TakeFinding {

  private static final Duration ASKED_AGAIN = Duration.ofSeconds(30);

  private final PaymentStore payments;
  private final Ledger ledger;
  private final ReceiptStore receipts;
  private final GiveBack giveBack;
  private final Gateways gateways;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TakeFinding(
      PaymentStore payments,
      Ledger ledger,
      ReceiptStore receipts,
      GiveBack giveBack,
      Gateways gateways,
      ApplicationEventPublisher events,
      Clock clock) {
    this.payments = payments;
    this.ledger = ledger;
    this.receipts = receipts;
    this.giveBack = giveBack;
    this.gateways = gateways;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param way whose word it is: it speaks of its own attempts alone
   */
  @Transactional
  public Verdict take(String way, String ref, Finding finding) {
    var found = payments.findForUpdate(ref).filter(it -> it.attempt().way().equals(way));
    if (found.isEmpty()) return Verdict.NO_SUCH_ATTEMPT;
    var underway = found.get();
    return switch (finding) {
      case Finding.Paid(long dong, Attempt.Money money) -> paid(underway, dong, money);
      case Finding.Failed(Failure why) -> failed(underway.attempt(), why);
      case Finding.Pending none -> pending(underway.attempt());
      case Finding.Reversed none -> reversed(underway);
      case Finding.Unknown none -> Verdict.KNOWN_BEFORE;
      case Finding.OutOfOrder none -> Verdict.KNOWN_BEFORE;
    };
  }

  private Verdict paid(Underway underway, long dong, Attempt.Money money) {
    var attempt = underway.attempt();
    if (dong != attempt.dong()) return Verdict.WRONG_AMOUNT;
    if (!attempt.may(AttemptStatus.SUCCEEDED)) return Verdict.KNOWN_BEFORE;
    var holding = gateways.get(attempt.way()).holding(underway.payment());
    if (isStillOwed(underway.payment())) {
      settle(underway, money, holding, EntryKind.PAID);
    } else {
      keepApart(underway, dong, money, holding);
    }
    return Verdict.TAKEN;
  }

  /** That of one that has expired is, unless it was asked for anew meanwhile. */
  public boolean isStillOwed(Payment payment) {
    return payment.allows(Act.SETTLE)
        && (payment.status() == PaymentStatus.OPEN
            || payments.findStanding(payment.reference()).isEmpty());
  }

  /**
   * The whole sum is there.
   *
   * @param from where it lies
   */
  public void settle(Underway underway, Attempt.Money money, LedgerAccount from, EntryKind kind) {
    var now = clock.instant();
    var attempt = underway.attempt();
    var payment = underway.payment().settle(attempt.id(), now);
    payments.move(attempt.succeed(money, now));
    payments.move(payment);
    var postings = new ArrayList<>(Shares.credited(payment));
    postings.addFirst(new Posting(from, payment.total()));
    ledger.enter(kind, cause(attempt), payment.id(), now, postings);
    receipts.want(payment.id(), now);
    events.publishEvent(
        new PaymentSettled(
            payment.id(), payment.reference(), payment.askedBy(), now, payment.total()));
  }

  /** Money for which nothing is owed. */
  private void keepApart(Underway underway, long dong, Attempt.Money money, LedgerAccount holding) {
    var now = clock.instant();
    var attempt = underway.attempt().surplus(dong, money, now);
    payments.move(attempt);
    var unallocated = new LedgerAccount.Unallocated(attempt.way());
    ledger.enter(
        EntryKind.RECEIVED,
        cause(attempt),
        attempt.payment(),
        now,
        List.of(new Posting(holding, dong), new Posting(unallocated, -dong)));
    giveBack.surplus(attempt, dong, now);
  }

  private Verdict failed(Attempt attempt, Failure why) {
    if (!attempt.may(AttemptStatus.FAILED)) return Verdict.KNOWN_BEFORE;
    payments.move(attempt.fail(why.name(), clock.instant()));
    return Verdict.TAKEN;
  }

  private Verdict pending(Attempt attempt) {
    if (!attempt.may(AttemptStatus.PENDING)) return Verdict.KNOWN_BEFORE;
    payments.move(attempt.pend(clock.instant().plus(ASKED_AGAIN)));
    return Verdict.TAKEN;
  }

  /** It is owed again; what had gone back to the payer before cannot be taken twice. */
  private Verdict reversed(Underway underway) {
    var attempt = underway.attempt();
    var payment = underway.payment();
    if (attempt.status().underway()) return failed(attempt, Failure.OTHER);
    if (!attempt.may(AttemptStatus.REVERSED) || !payment.allows(Act.REVERSE)) {
      return Verdict.KNOWN_BEFORE;
    }
    var now = clock.instant();
    payments.move(attempt.reverse(now));
    payments.move(payment.reverse(now));
    var postings = new ArrayList<>(Shares.givenBack(payment, payment.total()));
    var holding = gateways.get(attempt.way()).holding(payment);
    postings.addFirst(new Posting(holding, -payment.total()));
    ledger.enter(EntryKind.REVERSED, cause(attempt), payment.id(), now, postings);
    events.publishEvent(
        new PaymentReversed(payment.id(), payment.reference(), payment.askedBy(), now));
    return Verdict.TAKEN;
  }

  private static String cause(Attempt attempt) {
    return "attempt:" + attempt.id();
  }
}
