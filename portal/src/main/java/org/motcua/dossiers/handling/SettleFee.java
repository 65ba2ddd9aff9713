package org.motcua.dossiers.handling;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.FeeSettled;
import org.motcua.dossiers.clock.Terms;
import org.motcua.dossiers.handling.DeskOutcome.Done;
import org.motcua.dossiers.handling.DeskOutcome.NoSuchDossier;
import org.motcua.dossiers.handling.DeskOutcome.NotNow;
import org.motcua.dossiers.handling.DeskOutcome.PaidBefore;
import org.motcua.dossiers.handling.DeskOutcome.ReceiptMissing;
import org.motcua.dossiers.handling.DeskOutcome.RoleMissing;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.paying.FeePayments;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.CounterPayments.Means;
import org.motcua.payments.CounterPayments.Outcome.Recorded;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that an applicant has paid at the agency's counter. Payments take it into their books and
 * give the receipt; of an agency without an account they know nothing, and its own receipt is what
 * there is. The number of a receipt out of the agency's own book is kept in either case.
 */
@Service
class SettleFee {

  private static final int LONGEST_RECEIPT = 50;

  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final Terms terms;
  private final FeePayments payments;
  private final CounterPayments counter;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  SettleFee(
      DossierStore dossiers,
      ChargeStore charges,
      Terms terms,
      FeePayments payments,
      CounterPayments counter,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.charges = charges;
    this.terms = terms;
    this.payments = payments;
    this.counter = counter;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Nobody pays for what was refused or stopped, or may yet be withdrawn. */
  static boolean may(DeskOfficer officer, Dossier dossier, Charge charge) {
    return officer.has(Role.RECEPTION) && isDue(dossier) && charge.settlement() == null;
  }

  /**
   * The second of two clicks finds it done. Of money at the counter and online at once one pays;
   * the other is not to be taken, or goes back by itself.
   *
   * @param receipt the number out of the agency's own book; blank: none
   */
  @Transactional
  DeskOutcome settle(DossierId id, DeskOfficer officer, Means means, String receipt) {
    var number = receipt.strip();
    if (number.length() > LONGEST_RECEIPT) return new ReceiptMissing();
    var found = dossiers.findForUpdate(id).filter(officer::sees);
    if (found.isEmpty()) return new NoSuchDossier();
    var dossier = found.get();
    if (!officer.has(Role.RECEPTION)) return new RoleMissing(Role.RECEPTION);
    if (!isDue(dossier)) return new NotNow(dossier.status());
    var charge = charges.find(id);
    if (charge.isEmpty()) return new Done(dossier);
    var before = charge.get().settlement();
    if (before != null) return before.online() ? new PaidBefore() : new Done(dossier);

    var asked = payments.askAll(dossier);
    if (asked.isEmpty() && payments.takesOnline(dossier)) return new PaidBefore();
    if (asked.isEmpty()) {
      if (number.isEmpty()) return new ReceiptMissing();
      payments.paidElsewhere(id);
    } else {
      var cashier =
          new CounterPayments.Cashier(
              officer.auditName(), requireNonNull(dossier.agency()), officer.roles());
      if (!(counter.record(asked.get().id(), cashier, means) instanceof Recorded)) {
        return new PaidBefore();
      }
    }
    var settlement = new Charge.Settlement(clock.instant(), officer.name(), number);
    charges.settle(id, officer.account(), settlement);
    var goesOn = goingOn(dossier, settlement);
    record(goesOn, officer, settlement);
    return new Done(goesOn);
  }

  /** What waited for the money goes on; its clock runs again. */
  private Dossier goingOn(Dossier dossier, Charge.Settlement settlement) {
    if (!dossier.allows(Act.SETTLE_PAYMENT)) return dossier;
    var now = settlement.at();
    var due = terms.dueAfterPause(dossier, now);
    var goesOn = dossier.settlePayment(due, now);
    dossiers.move(goesOn);
    events.publishEvent(
        new FeeSettled(
            dossier.id(),
            dossier.submittedCode(),
            dossier.applicant().account(),
            now,
            settlement.receipt(),
            due));
    return goesOn;
  }

  private void record(Dossier dossier, DeskOfficer officer, Charge.Settlement settlement) {
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            settlement.at(),
            HistoryEntry.Event.FEE_SETTLED,
            dossier.status(),
            dossier.step(),
            officer.actor(),
            settlement.receipt().isEmpty() ? null : settlement.receipt()));
    audit.record(
        officer.auditName(),
        "dossiers.fee_settled",
        "dossier",
        dossier.id().toString(),
        Map.of("code", dossier.submittedCode().value(), "receipt", settlement.receipt()));
  }

  private static boolean isDue(Dossier dossier) {
    return switch (dossier.status()) {
      case REFUSED, STOPPED, WITHDRAWAL_REQUESTED -> false;
      default -> true;
    };
  }
}
