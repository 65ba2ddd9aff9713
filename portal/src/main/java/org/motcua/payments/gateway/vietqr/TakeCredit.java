package org.motcua.payments.gateway.vietqr;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motcua.payments.gateway.TakeFinding;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.EntryKind;
import org.motcua.payments.model.Ledger;
import org.motcua.payments.model.LedgerAccount;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.PaymentStore.Underway;
import org.motcua.payments.model.Posting;
import org.motcua.payments.model.Reference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in money that has come to our account. First it belongs to nobody; once the whole of what
 * is owed is there, that is paid, and what was too much goes back. What comes for something that
 * nobody owes goes back; what comes for something that nobody knows waits for a person.
 */
@Service("takeBankCredit")
class TakeCredit {

  static final LedgerAccount NOBODYS = new LedgerAccount.Unallocated(VietQrGateway.ID);

  private final OurAccount ours;
  private final BankCredits credits;
  private final SendBack sendBack;
  private final PaymentStore payments;
  private final TakeFinding takeFinding;
  private final Ledger ledger;
  private final Clock clock;

  TakeCredit(
      OurAccount ours,
      BankCredits credits,
      SendBack sendBack,
      PaymentStore payments,
      TakeFinding takeFinding,
      Ledger ledger,
      Clock clock) {
    this.ours = ours;
    this.credits = credits;
    this.sendBack = sendBack;
    this.payments = payments;
    this.takeFinding = takeFinding;
    this.ledger = ledger;
    this.clock = clock;
  }

  enum Came {
    /** What it was meant for is paid. */
    PAID,
    /** There is still something missing. */
    PART,
    /** Nothing is owed for it; it goes back. */
    SURPLUS,
    /** It names nothing that we know. */
    UNKNOWN,
    KNOWN_BEFORE,
    /** One with its number is known, and says something else. */
    CONTRADICTORY,
    /** It came to an account that is not ours. */
    ELSEWHERE
  }

  /**
   * @param ref by which the attempt is known that it was meant for; empty where it names none
   */
  record Taken(Came came, Optional<String> ref) {}

  @Transactional(propagation = Propagation.MANDATORY)
  Taken take(Credit credit) {
    if (!credit.bank().equals(ours.bank()) || !credit.account().equals(ours.number())) {
      return new Taken(Came.ELSEWHERE, Optional.empty());
    }
    var now = clock.instant();
    if (!credits.add(credit, now)) {
      var known = credits.find(credit.id()).filter(credit::tellsOfTheSameAs);
      known.filter(it -> it.sender() == null).ifPresent(it -> credits.complete(credit));
      return new Taken(known.isPresent() ? Came.KNOWN_BEFORE : Came.CONTRADICTORY, named(credit));
    }
    var meant = named(credit).flatMap(payments::findForUpdate);
    ledger.enter(
        EntryKind.RECEIVED,
        "credit:" + credit.id(),
        meant.map(it -> it.payment().id()).orElse(null),
        now,
        List.of(
            new Posting(ours.inTheBooks(), credit.dong()), new Posting(NOBODYS, -credit.dong())));
    meant.ifPresent(it -> credits.mean(credit, it.attempt().id()));
    return meant
        .map(it -> new Taken(use(credit, it, now), Optional.of(it.attempt().ref())))
        .orElseGet(() -> new Taken(Came.UNKNOWN, Optional.empty()));
  }

  /**
   * A person has found out what it was meant for.
   *
   * @return empty where there is no such credit of nobody, or no such attempt of this way
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Came> assign(String id, String ref) {
    var credit = credits.find(id);
    var meant =
        payments
            .findForUpdate(ref)
            .filter(it -> it.attempt().way().equals(VietQrGateway.ID))
            .filter(it -> credit.isPresent() && credits.mean(credit.get(), it.attempt().id()));
    return meant.map(it -> use(credit.orElseThrow(), it, clock.instant()));
  }

  /** Of all that may be a reference in what the payer wrote, the first that is one of ours. */
  private Optional<String> named(Credit credit) {
    return Reference.allIn(credit.text())
        .filter(
            ref ->
                payments
                    .findAttempt(ref)
                    .filter(it -> it.way().equals(VietQrGateway.ID))
                    .isPresent())
        .findFirst();
  }

  private Came use(Credit credit, Underway underway, Instant now) {
    var attempt = underway.attempt();
    var standing = attempt.status().underway();
    // What had come of an attempt that is over has gone back.
    var there = (standing ? attempt.received() : 0) + credit.dong();
    var owed = takeFinding.isStillOwed(underway.payment());
    if (owed && attempt.may(AttemptStatus.SUCCEEDED) && there >= attempt.dong()) {
      takeFinding.settle(underway, credit.money(), NOBODYS, EntryKind.ALLOCATED);
      if (there > attempt.dong()) sendBack.part(credit, there - attempt.dong(), attempt, now);
      return Came.PAID;
    }
    if (owed && standing) {
      payments.move(attempt.receive(there));
      return Came.PART;
    }
    if (standing) sendBack.all(attempt, now);
    else sendBack.part(credit, credit.dong(), attempt, now);
    if (attempt.may(AttemptStatus.SURPLUS)) {
      payments.move(attempt.surplus(there, credit.money(), now));
    }
    return Came.SURPLUS;
  }
}
