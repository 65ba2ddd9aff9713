package org.motcua.dossiers.clock;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import org.motcua.dossiers.Apologised;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Apology;
import org.motcua.dossiers.model.ApologyStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.OnlineServices;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a term has run out without a word, the applicant is told at once and given a new
 * appointment: as long from now as the steps that are left may take.
 */
@Service
class ApologiseForLate {

  private static final int AT_ONCE = 200;

  private final DossierStore dossiers;
  private final ApologyStore apologies;
  private final OnlineServices services;
  private final Terms terms;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  ApologiseForLate(
      DossierStore dossiers,
      ApologyStore apologies,
      OnlineServices services,
      Terms terms,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.apologies = apologies;
    this.services = services;
    this.terms = terms;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Each in a transaction of its own: two nodes may run it, and it may be killed anywhere. */
  void apologise() {
    var late = dossiers.listLateUntold(clock.instant(), AT_ONCE);
    for (var id : late) transaction.executeWithoutResult(status -> apologise(id));
    if (late.size() == AT_ONCE) apologise();
  }

  private void apologise(DossierId id) {
    dossiers
        .findForUpdate(id)
        .filter(dossier -> dossier.allows(Act.APOLOGISE))
        .filter(dossier -> dossier.term().promisedAt() == null)
        .filter(dossier -> dossier.term().late(clock.instant()))
        .ifPresent(this::apologise);
  }

  private void apologise(Dossier late) {
    var now = clock.instant();
    var service = services.get(late.service().slug(), late.service().version());
    var appointment = terms.afterStepsLeft(service, late, now);
    var promised = late.apologise(appointment, now);
    var due = requireNonNull(late.term().dueAt());
    dossiers.move(promised);
    apologies.add(late.id(), new Apology(now, null, "", due, appointment));
    dossiers.append(
        late.id(),
        new HistoryEntry(
            now,
            Event.APOLOGISED,
            promised.status(),
            promised.step(),
            new Actor.ThePortal(),
            null));
    audit.record(
        "system:dossiers",
        "dossiers.apologised",
        "dossier",
        late.id().toString(),
        Map.of("code", late.submittedCode().value(), "promisedAt", appointment.toString()));
    events.publishEvent(
        new Apologised(
            late.id(), late.submittedCode(), late.applicant().account(), now, appointment, ""));
  }
}
