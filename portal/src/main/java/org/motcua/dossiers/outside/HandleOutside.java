package org.motcua.dossiers.outside;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierAccepted;
import org.motcua.dossiers.DossierApproved;
import org.motcua.dossiers.DossierApproved.Next;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossierRefused;
import org.motcua.dossiers.DossierStopped;
import org.motcua.dossiers.Handover;
import org.motcua.dossiers.OutsideHandling;
import org.motcua.dossiers.OutsideStep;
import org.motcua.dossiers.OutsideStepTaken;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.OutsideCase;
import org.motcua.dossiers.model.OutsideStore;
import org.motcua.dossiers.telling.Looks;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.OutsideBody;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves dossiers as the one who handles them outside reports. Each report locks the dossier and is
 * checked against what has been reported before, so that twice is once.
 */
@Service
class HandleOutside implements OutsideHandling {

  private final DossierStore dossiers;
  private final OutsideStore cases;
  private final OnlineServices services;
  private final Handovers handovers;
  private final Organisation organisation;
  private final Looks looks;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  HandleOutside(
      DossierStore dossiers,
      OutsideStore cases,
      OnlineServices services,
      Handovers handovers,
      Organisation organisation,
      Looks looks,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.cases = cases;
    this.services = services;
    this.handovers = handovers;
    this.organisation = organisation;
    this.looks = looks;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Handover> find(DossierId id) {
    return dossiers.find(id).filter(dossier -> !dossier.status().draft()).flatMap(this::handover);
  }

  private Optional<Handover> handover(Dossier dossier) {
    var service = serviceOf(dossier);
    var to = service.handedTo();
    return to == null ? Optional.empty() : Optional.of(handovers.of(dossier, service, to));
  }

  @Override
  @Transactional
  public void accept(DossierId id, String theirCode, URI followAt, OutsideStep first) {
    var dossier = dossiers.findForUpdate(id).orElseThrow();
    var body = bodyOf(dossier);
    if (cases.find(id).isPresent() || !dossier.allows(Act.ACCEPT)) return;
    var now = clock.instant();
    cases.begin(id, new OutsideCase(body, theirCode, followAt.toString(), now, List.of(first)));
    var accepted = moved(dossier.accept(now), Event.OUTSIDE_ACCEPTED, theirCode, body, first);
    looks.handedOver(accepted, written(body), accepted.decidingAgency());
    events.publishEvent(
        new DossierAccepted(
            id,
            accepted.submittedCode(),
            accepted.applicant().account(),
            now,
            requireNonNull(accepted.term().dueAt()),
            theirCode));
  }

  @Override
  @Transactional
  public void step(DossierId id, OutsideStep step) {
    var dossier = whereNew(id, step);
    if (dossier == null) return;
    var current = begun(dossier, step);
    if (!current.allows(Act.APPROVE)) return;
    cases.add(id, step);
    record(current, "outside_step", bodyOf(current), step);
    events.publishEvent(
        new OutsideStepTaken(
            id, current.submittedCode(), current.applicant().account(), clock.instant(), step));
  }

  @Override
  @Transactional
  public void finish(DossierId id, OutsideStep last) {
    var dossier = whereNew(id, last);
    if (dossier == null) return;
    var current = begun(dossier, last);
    if (!current.allows(Act.APPROVE)) return;
    var now = clock.instant();
    cases.add(id, last);
    var done = moved(current.approve(now), Event.OUTSIDE_FINISHED, null, bodyOf(current), last);
    events.publishEvent(
        new DossierApproved(
            id, done.submittedCode(), done.applicant().account(), now, Next.DONE_OUTSIDE));
  }

  @Override
  @Transactional
  public void refuse(DossierId id, OutsideStep last, String reason) {
    var dossier = whereNew(id, last);
    if (dossier == null) return;
    var now = clock.instant();
    var body = bodyOf(dossier);
    if (dossier.allows(Act.REFUSE)) {
      cases.add(id, last);
      moved(dossier.refuse(reason, now), Event.OUTSIDE_REFUSED, reason, body, last);
      events.publishEvent(
          new DossierRefused(
              id, dossier.submittedCode(), dossier.applicant().account(), now, reason));
      return;
    }
    var current = begun(dossier, last);
    if (!current.allows(Act.STOP)) return;
    cases.add(id, last);
    moved(current.stop(reason, now), Event.OUTSIDE_REFUSED, reason, body, last);
    events.publishEvent(
        new DossierStopped(
            id, current.submittedCode(), current.applicant().account(), now, reason));
  }

  /** The locked dossier, if it is handled outside and nobody has told of this stage before. */
  private @Nullable Dossier whereNew(DossierId id, OutsideStep step) {
    var dossier = dossiers.findForUpdate(id).orElseThrow();
    var known = cases.find(id).filter(there -> !there.has(step.stage()));
    return known.isPresent() ? dossier : null;
  }

  /** The first that is done with an accepted dossier takes it in hand. */
  private Dossier begun(Dossier dossier, OutsideStep step) {
    if (dossier.status() != DossierStatus.ACCEPTED) return dossier;
    return moved(
        dossier.takeUp(null, clock.instant()), Event.OUTSIDE_BEGUN, null, bodyOf(dossier), step);
  }

  private Dossier moved(
      Dossier dossier, Event event, @Nullable String note, OutsideBody body, OutsideStep step) {
    dossiers.save(dossier);
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            clock.instant(),
            event,
            dossier.status(),
            Math.max(0, dossier.step() - 1),
            new Actor.SomebodyOutside(name(dossier)),
            note));
    record(dossier, event.name().toLowerCase(Locale.ROOT), body, step);
    return dossier;
  }

  private void record(Dossier dossier, String action, OutsideBody body, OutsideStep step) {
    var details = new LinkedHashMap<String, Object>();
    details.put("code", dossier.submittedCode().value());
    details.put("status", dossier.status().national());
    details.put("stage", step.stage());
    cases.find(dossier.id()).ifPresent(there -> details.put("theirCode", there.theirCode()));
    audit.record(
        "outside:" + written(body),
        "dossiers." + action,
        "dossier",
        dossier.id().toString(),
        details);
  }

  private String name(Dossier dossier) {
    return organisation.findAgency(dossier.decidingAgency()).map(Agency::name).orElse("");
  }

  private OutsideBody bodyOf(Dossier dossier) {
    return requireNonNull(serviceOf(dossier).handedTo(), "it is handled here");
  }

  private OnlineService serviceOf(Dossier dossier) {
    return services.get(dossier.service().slug(), dossier.service().version());
  }

  private static String written(OutsideBody body) {
    return body.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
