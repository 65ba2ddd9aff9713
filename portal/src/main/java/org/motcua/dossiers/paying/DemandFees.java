package org.motcua.dossiers.paying;

import java.time.Clock;
import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.FeeDemanded;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.Collecting;
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
    var asked = payments.askBy(dossier, Collecting.When.ON_ACCEPTANCE);
    if (asked.isEmpty()) return dossier;
    var waits =
        charges.find(dossier.id()).orElseThrow().all().stream()
            .anyMatch(line -> line.collected().waits());
    if (!waits) return dossier;
    var now = clock.instant();
    var waiting = dossier.requestPayment(now);
    dossiers.move(waiting);
    dossiers.append(
        waiting.id(),
        new HistoryEntry(
            now,
            Event.FEE_DEMANDED,
            waiting.status(),
            waiting.step(),
            new Actor.ThePortal(),
            null));
    events.publishEvent(
        new FeeDemanded(
            waiting.id(),
            waiting.submittedCode(),
            waiting.applicant().account(),
            now,
            asked.get().total()));
    return waiting;
  }

  /** The result comes, whether it is paid or not; what is owed can be paid from home now. */
  @EventListener
  void on(DossierApproved event) {
    dossiers.find(event.id()).ifPresent(payments::askAll);
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
