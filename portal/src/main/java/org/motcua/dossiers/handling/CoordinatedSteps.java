package org.motcua.dossiers.handling;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.Entrusted;
import org.motcua.dossiers.model.Entrusted.Asker;
import org.motcua.dossiers.model.Entrusted.Ending;
import org.motcua.dossiers.model.Entrusted.Kind;
import org.motcua.dossiers.model.Entrusted.Shown;
import org.motcua.dossiers.model.Entrusted.State;
import org.motcua.dossiers.model.EntrustedStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.dossiers.model.PartEntrusted;
import org.motcua.eservices.OnlineServices;
import org.motcua.eservices.RouteStep;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.WorkingCalendar;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.ids.NewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps that the service's route has done by another agency: they go there, and come back. */
@Component
class CoordinatedSteps {

  private final OnlineServices services;
  private final DossierStore dossiers;
  private final EntrustedStore entrusted;
  private final Organisation organisation;
  private final WorkingCalendar calendar;
  private final ApplicationEventPublisher events;

  CoordinatedSteps(
      OnlineServices services,
      DossierStore dossiers,
      EntrustedStore entrusted,
      Organisation organisation,
      WorkingCalendar calendar,
      ApplicationEventPublisher events) {
    this.services = services;
    this.dossiers = dossiers;
    this.entrusted = entrusted;
    this.organisation = organisation;
    this.calendar = calendar;
    this.events = events;
  }

  /**
   * @param from the step that it has left: what others do for that is no longer waited for when it
   *     goes back; it goes on only once they have given it back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reached(Dossier dossier, int from, Instant now) {
    if (dossier.step() == from || dossier.status() != DossierStatus.IN_PROCESS) return;
    if (dossier.step() < from) overtake(dossier, from, now);
    var service = services.get(dossier.service().slug(), dossier.service().version());
    var step = Routes.stepAt(service, dossier.step());
    coordinating(step, dossier, now)
        .filter(agency -> !agency.equals(dossier.agency()))
        .ifPresent(agency -> entrust(dossier, step, agency, now));
  }

  private void overtake(Dossier dossier, int from, Instant now) {
    for (var part : entrusted.listOf(dossier.id())) {
      if (part.waiting() && part.kind() == Kind.WORK && part.step() == from) {
        entrusted.save(part.ended(new Ending(State.OVERTAKEN, now, "", null, "", null)));
      }
    }
  }

  /** Nobody else, where the answers do not tell who: then it is done here. */
  private Optional<AgencyId> coordinating(RouteStep step, Dossier dossier, Instant now) {
    var to = step.coordinates();
    if (to == null) return Optional.empty();
    var form = services.get(dossier.service().slug(), dossier.service().version()).form();
    var today = now.atZone(CountryTime.ZONE).toLocalDate();
    return to.find(form.situation(dossier.answers(), today), organisation).map(Agency::id);
  }

  private void entrust(Dossier dossier, RouteStep step, AgencyId agency, Instant now) {
    var part =
        new Entrusted(
            NewId.next(),
            dossier.id(),
            dossier.submittedCode(),
            Kind.WORK,
            dossier.step(),
            true,
            new Asker(dossier.decidingAgency(), null, ""),
            agency,
            step.role(),
            step.title().vi(),
            new Shown(true, Set.of()),
            now,
            Math.max(1, (int) (step.allotted().toMinutes() / 60)),
            calendar.dueAt(now, step.allotted(), agency).dueAt(),
            null,
            null);
    entrusted.add(part);
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            now,
            Event.WORK_ENTRUSTED,
            dossier.status(),
            dossier.step(),
            new Actor.ThePortal(),
            organisation.getAgency(agency).name()));
    events.publishEvent(new PartEntrusted(part.id()));
  }
}
