package org.motcua.dossiers.paying;

import java.time.Clock;
import java.util.List;
import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.FeeDemanded;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.Collecting;
import org.motcua.eservices.FeeLine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for fees, and gives them back, where a dossier comes to the point that says so. */
@Component
public class DemandFees {

  private final FeePayments payments;
  private final DossierStore dossiers;
  private final ChargeStore charges;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DemandFees(
      FeePayments payments,
      DossierStore dossiers,
      ChargeStore charges,
      ApplicationEventPublisher events,
      Clock clock) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.charges = charges;
    this.events = events;
    this.clock = clock;
  }

  /** Waits for the money, where the service wants it to; else the applicant pays meanwhile. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Dossier accepted(Dossier dossier) {
    var charge = charges.find(dossier.id());
    if (charge.isEmpty()) return dossier;
    var asked = payments.ask(dossier, charge.get(), Collecting.When.ON_ACCEPTANCE);
    var waits = charge.get().all().stream().anyMatch(line -> line.collected().waits());
    if (asked.isEmpty() || !waits) return dossier;
    var waiting = dossier.requestPayment(clock.instant());
    dossiers.move(waiting);
    demanded(waiting, asked.get().total());
    return waiting;
  }

  private void demanded(Dossier dossier, long dong) {
    var now = clock.instant();
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            now,
            Event.FEE_DEMANDED,
            dossier.status(),
            dossier.step(),
            new Actor.ThePortal(),
            null));
    events.publishEvent(
        new FeeDemanded(
            dossier.id(), dossier.submittedCode(), dossier.applicant().account(), now, dong));
  }

  /**
   * Answers were mended, and it may cost more or less now. What is missing of something paid is
   * asked for; what is too much goes back.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(Dossier dossier, List<FeeLine> fees) {
    var id = dossier.id();
    if (payments.covered(id) == 0) {
      charges.owe(id, fees);
      askAnew(dossier);
      return;
    }
    var wasSettled = charges.find(id).filter(charge -> charge.settlement() != null).isPresent();
    charges.change(id, fees);
    var total = charges.find(id).map(Charge::total).orElse(0L);
    payments.giveBackBeyond(id, total);
    if (!wasSettled) {
      askAnew(dossier);
    } else if (payments.covered(id) < total) {
      charges.unsettle(id);
      payments.askAll(dossier).ifPresent(asked -> demanded(dossier, asked.total()));
    }
  }

  /** What waits to be paid is to be what is owed now. */
  private void askAnew(Dossier dossier) {
    if (payments.open(dossier.id()).isPresent() && payments.askAll(dossier).isEmpty()) {
      payments.nothingOwed(dossier.id());
    }
  }

  /** From now on it can be paid from home; it is handed over at the counter once it is. */
  @EventListener
  void on(DossierApproved event) {
    var charge = charges.find(event.id());
    if (charge.isEmpty()) return;
    dossiers
        .find(event.id())
        .ifPresent(it -> payments.ask(it, charge.get(), Collecting.When.ON_RETURN));
  }

  @EventListener
  void on(DossierRefused event) {
    dossiers.find(event.id()).ifPresent(payments::ended);
  }

  @EventListener
  void on(DossierStopped event) {
    dossiers.find(event.id()).ifPresent(payments::ended);
  }
}
